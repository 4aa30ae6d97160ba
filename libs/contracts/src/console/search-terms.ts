// Imports nothing, because the pages load this file itself.

type Value = string | number | boolean;

const plainKey = /^[A-Za-z_$][\w$.-]*$/;
const plainWord = /^[A-Za-z_][\w.-]*$/;
/** Words that mean something else without quotes. */
const reserved = new Set(['true', 'false', 'null', 'AND', 'OR', 'NOT']);

/** How long a text is at most that is asked for as a whole: a query has 500 characters. */
const maxText = 250;
const maxBeginning = 100;

/** Quotes and escapes of the query language are those of JSON. */
const quoted = (text: string): string => JSON.stringify(text);

/** A pattern of all texts that begin like this one, in which everything but letters and digits is a star. */
const beginningOf = (text: string): string =>
  `${text
    .slice(0, maxBeginning)
    .replace(/^[^A-Za-z_]+/, '*')
    .replace(/[^\w.-]+/g, '*')}*`;

const textOf = (text: string): string => {
  if (plainWord.test(text) && text.length <= maxText && !reserved.has(text)) return text;
  const whole = quoted(text);
  return whole.length <= maxText ? whole : beginningOf(text);
};

/** A number without an exponent, which the language does not know. */
const numberOf = (value: number): string => {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Math.abs(value) >= 1 ? String(BigInt(value)) : value.toFixed(100);
};

const valueText = (value: Value): string => {
  if (typeof value === 'string') return textOf(value);
  return typeof value === 'number' ? numberOf(value) : String(value);
};

/**
 * `key:value` of the console's query language, for exactly this value: a text that is no plain word has quotes, so that "500" is not
 * taken for the number. A very long text is asked for by its beginning.
 */
export const termOf = (key: string, value: Value): string =>
  `${plainKey.test(key) ? key : quoted(key)}:${valueText(value)}`;

/** Asks for some terms besides what a query asks for, whatever it consists of. */
export const queryWithin = (query: string, terms: string): string =>
  query.trim() === '' ? terms : `(${query.trim()}) ${terms}`;
