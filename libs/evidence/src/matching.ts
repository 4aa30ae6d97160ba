/** A pattern between slashes is a regular expression, anything else is meant as it is. */
export const matches = (pattern: string | number | boolean, value: unknown): boolean => {
  if (typeof pattern !== 'string' || !/^\/.+\/$/.test(pattern)) return value === pattern;
  return value !== undefined && expressionOf(pattern).test(String(value));
};

const expressions = new Map<string, RegExp>();

const expressionOf = (pattern: string): RegExp => {
  const known = expressions.get(pattern) ?? new RegExp(pattern.slice(1, -1));
  expressions.set(pattern, known);
  return known;
};
