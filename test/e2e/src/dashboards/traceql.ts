import { parser } from '@grafana/lezer-traceql';

/** Where the grammar of TraceQL does not understand a query; empty if it does. */
export const syntaxErrors = (traceql: string): string[] => {
  const errors: string[] = [];
  parser.parse(traceql).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) errors.push(`${from}-${to}: ${traceql.slice(from, to) || 'incomplete'}`);
    },
  });
  return errors;
};

/** The same question in Jaeger's terms. */
export interface JaegerQuestion {
  service: string;
  /** Tags with these values on one span; Jaeger shows kind and status as tags, too. */
  tags: Readonly<Record<string, string>>;
  minDuration?: string;
  /** Tags that a span has, whatever their value. */
  present: readonly string[];
}

const tagValue = (value: string): string => value.replace(/^"(.*)"$/, '$1');

/**
 * Translates the selection of a TraceQL query, which is a conjunction of conditions on one span. Throws for a
 * condition that Jaeger cannot ask for; the installation is one, but each of our Jaegers has only one.
 */
export const jaegerQuestion = (traceql: string): JaegerQuestion => {
  const [, selection = ''] = /^\{([^}]*)\}/.exec(traceql) ?? [];
  const tags: Record<string, string> = {};
  const present: string[] = [];
  let service = '';
  let minDuration: string | undefined;
  for (const condition of selection.split('&&').map((each) => each.trim())) {
    const [, name = '', operator = '', value = ''] =
      /^([\w.]+) (!?=~?|>) (.+)$/.exec(condition) ?? [];
    if (name === 'resource.service.namespace') continue;
    else if (name === 'resource.service.name' && operator === '=') service = tagValue(value);
    else if (name === 'status' && value === 'error') tags.error = 'true';
    else if (name === 'kind' && operator === '=') tags['span.kind'] = value;
    else if (name === 'duration' && operator === '>') minDuration = value;
    else if (value === 'nil' && operator === '!=') present.push(name.replace(/^span\./, ''));
    else throw new Error(`no question to Jaeger: ${condition}`);
  }
  return { service, tags, present, ...(minDuration !== undefined && { minDuration }) };
};
