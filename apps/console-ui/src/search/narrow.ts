const plainValue = /^(?:-?\d+(?:\.\d+)?|true|false|[\w*][\w.*-]*)$/;

/** A value as the query language takes it: with quotes unless it is a word, a number, true or false. */
const valueText = (value: string): string =>
  plainValue.test(value) ? value : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** `key:value` of the query language. */
export const termOf = (key: string, value: string): string => `${key}:${valueText(value)}`;

/** A query that also asks for a value, or that leaves it out. */
export const narrowed = (query: string, key: string, value: string, exclude = false): string => {
  const term = termOf(key, value);
  const [next, opposite] = exclude ? [`-${term}`, term] : [term, `-${term}`];
  if (` ${query} `.includes(` ${next} `)) return query;
  const kept = ` ${query} `.replace(` ${opposite} `, ' ').trim();
  return kept === '' ? next : `${kept} ${next}`;
};
