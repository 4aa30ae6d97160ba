import type { Attributes } from '@faultline/otlp';
import type { Condition, Value } from './search';

/** A part of a statement with the values of its parameters. */
export interface Clause {
  sql: string;
  values: Encoded[];
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
  encode?: (value: Value) => Encoded;
}

export interface Columns {
  fields: ReadonlyMap<string, Column>;
  /** Where a row's attributes are. */
  attributes: string;
}

const idOf = (value: Value): Uint8Array => Buffer.from(String(value), 'hex');

export const spanColumns: Columns = {
  attributes: '(select attributes from span_details where id = spans.id)',
  fields: new Map<string, Column>([
    ['name', { sql: 'name' }],
    ['kind', { sql: 'kind' }],
    ['status', { sql: 'status' }],
    ['duration', { sql: 'duration', encode: (value) => Number(value) * 1000 }],
    ['trace', { sql: 'trace', encode: idOf }],
    ['span', { sql: 'span', encode: idOf }],
  ]),
};

export const logColumns: Columns = {
  attributes: 'attributes',
  fields: new Map<string, Column>([
    ['level', { sql: 'level' }],
    ['message', { sql: 'message' }],
    ['trace', { sql: 'trace', encode: idOf }],
    ['span', { sql: 'span', encode: idOf }],
    ['text', { sql: "message || ' ' || attributes" }],
  ]),
};

const always: Clause = { sql: 'true', values: [] };
const never: Clause = { sql: 'false', values: [] };

const plain = (value: Value): string | number =>
  typeof value === 'boolean' ? Number(value) : value;

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const compare = (sql: string, operator: Condition['operator'], value: Encoded): Clause =>
  operator === 'contains'
    ? { sql: `${sql} like ? escape '\\'`, values: [`%${escaped(String(value))}%`] }
    : { sql: `${sql} ${operator} ?`, values: [value] };

const isOrdered = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Whether a resource fits, as SQLite would say it of a column. */
const fits = (attribute: unknown, { operator, value }: Condition): boolean => {
  if (attribute === undefined) return false;
  if (operator === 'contains')
    return (
      typeof attribute === 'string' && attribute.toLowerCase().includes(String(value).toLowerCase())
    );
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

const resourceClause = (resources: readonly Resource[]): Clause =>
  resources.length === 0
    ? never
    : { sql: `resource in (${resources.map(({ id }) => id).join()})`, values: [] };

const jsonTypes = {
  string: "= 'text'",
  number: "in ('integer', 'real')",
  boolean: "in ('true', 'false')",
};

/** Whether a value in JSON fits: type and all, so that 1 is not taken for true, nor 5 for "5". */
const valueClause = ({ operator, value }: Condition): Clause => {
  const type = typeof value;
  const types =
    operator === 'contains' || type === 'string'
      ? jsonTypes.string
      : type === 'number'
        ? jsonTypes.number
        : jsonTypes.boolean;
  const negated = operator === '!=';
  const { sql, values } = compare('value', negated ? '=' : operator, plain(value));
  return { sql: `${negated ? 'not ' : ''}(type ${types} and ${sql})`, values };
};

const attributeClause = (
  condition: Condition,
  attributes: string,
  resources: readonly Resource[],
): Clause => {
  const { field, operator, value } = condition;
  const compared = valueClause(condition);
  // Most rows lack the text altogether, which is found out ten times faster than what the value is.
  const text = `${JSON.stringify(field)}:${operator === '=' ? JSON.stringify(value) : ''}`;
  const ofRow: Clause = {
    sql: `(instr(${attributes}, ?) and exists (select 1 from json_each(${attributes}) where key = ? and ${compared.sql}))`,
    values: [text, field, ...compared.values],
  };
  const ofResource = resources.filter((resource) => fits(resource.attributes[field], condition));
  if (ofResource.length === 0) return ofRow;
  const inResource = resourceClause(ofResource);
  return {
    sql: `(${inResource.sql} or ${ofRow.sql})`,
    values: [...inResource.values, ...ofRow.values],
  };
};

const clauseOf = (
  condition: Condition,
  columns: Columns,
  resources: readonly Resource[],
): Clause => {
  const { field, operator, value } = condition;
  if (field === 'service')
    return resourceClause(resources.filter(({ service }) => fits(service, condition)));
  const inOrder = operator !== '=' && operator !== '!=' && operator !== 'contains';
  if (inOrder && typeof value === 'boolean') return never;
  const column = columns.fields.get(field);
  if (!column) return attributeClause(condition, columns.attributes, resources);
  return compare(column.sql, operator, column.encode?.(value) ?? plain(value));
};

/** All conditions of a search as one part of a statement. */
export const whereOf = (
  conditions: readonly Condition[],
  columns: Columns,
  resources: readonly Resource[],
): Clause => {
  const clauses = conditions.map((condition) => clauseOf(condition, columns, resources));
  if (clauses.length === 0) return always;
  return {
    sql: clauses.map(({ sql }) => sql).join(' and '),
    values: clauses.flatMap(({ values }) => values),
  };
};
