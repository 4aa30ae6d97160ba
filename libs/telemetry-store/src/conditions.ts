import type { Attributes, AttributeValue } from '@faultline/otlp';
import { valueAt } from './attribute-paths';
import { containsText, fitsPattern } from './pattern';
import type { Comparison, Condition, Value } from './search';

/** What has to be read to know whether a row fits, the cheapest first. */
const costs = ['nothing', 'kind', 'columns', 'attributes'] as const;
export type Cost = (typeof costs)[number];

/** A part of a statement with the values of its parameters. */
export interface Clause {
  sql: string;
  values: Encoded[];
  /** `kind` means the columns of `logs_by_kind`, which many records share; `attributes` may mean all of a row's text. */
  reads: Cost;
  /** How often a row's attributes are looked into. */
  lookups: number;
}

export interface Resource {
  id: number;
  service: string;
  attributes: Attributes;
}

type Encoded = string | number | Uint8Array;

/** How a field that is no attribute is asked for. */
interface Column {
  sql: string;
  /** Default: as text. */
  encode?: (value: Value) => Encoded;
  /** Default `columns`. */
  reads?: Cost;
}

export interface Columns {
  fields: ReadonlyMap<string, Column>;
  /** A test of a row's `attributes`. */
  attributesFit(test: string): string;
}

const idOf = (value: Value): Uint8Array => Buffer.from(String(value), 'hex');

const detailOfSpan = (expression: string): string =>
  `(select ${expression} from span_details where span_details.id = spans.id)`;

export const spanColumns: Columns = {
  attributesFit: detailOfSpan,
  fields: new Map<string, Column>([
    ['name', { sql: 'name' }],
    ['kind', { sql: 'kind' }],
    ['status', { sql: 'status' }],
    ['start', { sql: 'start', encode: (value) => Number(value) * 1000 }],
    ['duration', { sql: 'duration', encode: (value) => Number(value) * 1000 }],
    ['trace', { sql: 'trace', encode: idOf }],
    ['span', { sql: 'span', encode: idOf }],
    ['text', { sql: `(name || ' ' || ${detailOfSpan('attributes')})`, reads: 'attributes' }],
  ]),
};

export const logColumns: Columns = {
  attributesFit: (test) => `(${test})`,
  fields: new Map<string, Column>([
    ['level', { sql: 'level', reads: 'kind' }],
    ['message', { sql: 'message', reads: 'kind' }],
    ['trace', { sql: 'trace', encode: idOf }],
    ['span', { sql: 'span', encode: idOf }],
    ['text', { sql: "(message || ' ' || attributes)", reads: 'attributes' }],
  ]),
};

const always: Clause = { sql: 'true', values: [], reads: 'nothing', lookups: 0 };
const never: Clause = { sql: 'false', values: [], reads: 'kind', lookups: 0 };

const mostOf = (clauses: readonly Clause[]): Cost =>
  costs.findLast((cost) => clauses.some(({ reads }) => reads === cost)) ?? 'nothing';

const plain = (value: Value): string | number =>
  typeof value === 'boolean' ? Number(value) : value;

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Patterns as SQLite's `like` has them. */
const patterns = {
  like: (pattern: string): string => escaped(pattern).replace(/\*+/g, '%'),
  contains: (text: string): string => `%${escaped(text)}%`,
};

const compare = (
  sql: string,
  operator: Comparison['operator'],
  value: Encoded,
): Pick<Clause, 'sql' | 'values'> =>
  operator === 'like' || operator === 'contains'
    ? { sql: `${sql} like ? escape '\\'`, values: [patterns[operator](String(value))] }
    : { sql: `${sql} ${operator} ?`, values: [value] };

const isOrdered = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Whether a resource fits, as SQLite would say it of a column. */
const fits = (found: AttributeValue | null | undefined, comparison: Comparison): boolean => {
  if (found === undefined) return false;
  const { operator, value } = comparison;
  const attribute = typeof found === 'object' && found !== null ? JSON.stringify(found) : found;
  if (operator === 'like') return typeof attribute === 'string' && fitsPattern(attribute, value);
  if (operator === 'contains')
    return typeof attribute === 'string' && containsText(attribute, value);
  if (operator === '=') return attribute === value;
  if (operator === '!=') return attribute !== value;
  if (!isOrdered(attribute) || typeof attribute !== typeof value) return false;
  switch (operator) {
    case '<':
      return attribute < value;
    case '<=':
      return attribute <= value;
    case '>':
      return attribute > value;
    case '>=':
      return attribute >= value;
  }
};

/** More ids than this are a parameter: a statement has at most a million bytes. */
const maxListed = 1_000;

const resourceClause = (resources: readonly Resource[]): Clause => {
  if (resources.length === 0) return never;
  const ids = resources.map(({ id }) => id);
  return ids.length <= maxListed
    ? { sql: `resource in (${ids.join()})`, values: [], reads: 'kind', lookups: 0 }
    : {
        sql: 'resource in (select value from json_each(?))',
        values: [JSON.stringify(ids)],
        reads: 'kind',
        lookups: 0,
      };
};

/** Lists and objects are the text that they are shown as. */
const jsonTypes = {
  string: "in ('text', 'array', 'object')",
  number: "in ('integer', 'real')",
  boolean: "in ('true', 'false')",
};

/** Whether a value in JSON fits: type and all, so that 1 is not taken for true, nor 5 for "5". */
const valueClause = ({ operator, value }: Comparison): Pick<Clause, 'sql' | 'values'> => {
  const type = typeof value;
  const types =
    type === 'string' ? jsonTypes.string : type === 'number' ? jsonTypes.number : jsonTypes.boolean;
  const negated = operator === '!=';
  const { sql, values } = compare('value', negated ? '=' : operator, plain(value));
  return { sql: `${negated ? 'not ' : ''}(type ${types} and ${sql})`, values };
};

/** What the text of attributes contains that have the field, at least. */
const traceOf = ({ field, operator, value }: Comparison): string => {
  const last = field.slice(field.lastIndexOf('.') + 1);
  const key = last === field ? JSON.stringify(field) : JSON.stringify(last).slice(1);
  const isJson = typeof value === 'string' && /^[[{]/.test(value);
  return `${key}:${operator === '=' && !isJson ? JSON.stringify(value) : ''}`;
};

const attributeClause = (
  condition: Comparison,
  { attributesFit }: Columns,
  resources: readonly Resource[],
): Clause => {
  const { field } = condition;
  const { sql, values } = valueClause(condition);
  // Most rows lack the text altogether, which is found out ten times faster than what the value is.
  const outside = `exists (select 1 from json_each(attributes) where key = ? and ${sql})`;
  const within = `exists (select 1 from json_tree(attributes)
    where path <> '$' and substr(replace(fullkey, '"', ''), 3) = ? and ${sql})`;
  const isPath = field.includes('.');
  const test = isPath ? `(${outside} or (instr(attributes, '":{') and ${within}))` : outside;
  const ofRow: Clause = {
    sql: attributesFit(`instr(attributes, ?) and ${test}`),
    values: [traceOf(condition), field, ...values, ...(isPath ? [field, ...values] : [])],
    reads: 'attributes',
    lookups: 1,
  };
  const ofResource = resources.filter(({ attributes }) =>
    fits(valueAt(attributes, field), condition),
  );
  if (ofResource.length === 0) return ofRow;
  const inResource = resourceClause(ofResource);
  return {
    sql: `(${inResource.sql} or ${ofRow.sql})`,
    values: [...inResource.values, ...ofRow.values],
    reads: 'attributes',
    lookups: 1,
  };
};

const comparisonClause = (
  condition: Comparison,
  columns: Columns,
  resources: readonly Resource[],
): Clause => {
  const { field, operator, value } = condition;
  if (field === 'service')
    return resourceClause(resources.filter(({ service }) => fits(service, condition)));
  if (typeof value === 'boolean' && operator !== '=' && operator !== '!=') return never;
  const column = columns.fields.get(field);
  if (!column) return attributeClause(condition, columns, resources);
  const { reads = 'columns', encode = String } = column;
  const lookups = reads === 'attributes' ? 1 : 0;
  return { ...compare(column.sql, operator, encode(value)), reads, lookups };
};

const joined = (clauses: readonly Clause[], operator: 'and' | 'or', none: Clause): Clause => {
  const [first = none, ...more] = clauses.filter((clause) => clause !== none);
  if (more.length === 0) return first;
  const all = [first, ...more];
  return {
    sql: `(${all.map(({ sql }) => sql).join(` ${operator} `)})`,
    values: all.flatMap(({ values }) => values),
    reads: mostOf(all),
    lookups: all.reduce((sum, { lookups }) => sum + lookups, 0),
  };
};

/** A condition as a part of a statement. */
const clauseOf = (
  condition: Condition,
  columns: Columns,
  resources: readonly Resource[],
): Clause => {
  const each = (conditions: readonly Condition[]) =>
    conditions.map((one) => clauseOf(one, columns, resources));
  if ('all' in condition) return joined(each(condition.all), 'and', always);
  if ('any' in condition) return joined(each(condition.any), 'or', never);
  if ('not' in condition) {
    const { sql, ...clause } = clauseOf(condition.not, columns, resources);
    return { ...clause, sql: `not (${sql})` };
  }
  return comparisonClause(condition, columns, resources);
};

/** All conditions of a search as one part of a statement. */
export const whereOf = (
  conditions: readonly Condition[],
  columns: Columns,
  resources: readonly Resource[],
): Clause => clauseOf({ all: conditions }, columns, resources);
