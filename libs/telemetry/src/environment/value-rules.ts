import { accessSync, constants } from 'node:fs';
import { validateHeaderName, validateHeaderValue } from 'node:http';

/** Checks a value; returns `undefined` if it is valid, else the expected format. */
export type ValueRule = (value: string) => string | undefined;

const largestInteger = 2 ** 31 - 1;

const integerFrom =
  (min: number): ValueRule =>
  (value) =>
    /^\d{1,10}$/.test(value) && Number(value) >= min && Number(value) <= largestInteger
      ? undefined
      : `must be a whole number from ${min} to ${largestInteger}`;

export const nonNegative = integerFrom(0);
export const positive = integerFrom(1);

/** The maximum of Node's timers, used for the specification's 0, which means no limit. */
export const noTimeout = String(largestInteger);

export const boolean: ValueRule = (value) =>
  /^(true|false)$/i.test(value) ? undefined : 'must be true or false';

export const text: ValueRule = () => undefined;

export const ratio: ValueRule = (value) =>
  Number(value) >= 0 && Number(value) <= 1 ? undefined : 'must be a number from 0 to 1';

export const oneOf =
  (...choices: readonly string[]): ValueRule =>
  (value) =>
    choices.includes(value) ? undefined : `must be one of ${choices.join(', ')}`;

export const anyCase =
  (rule: ValueRule): ValueRule =>
  (value) =>
    rule(value.toLowerCase());

/** A list separated by commas. */
export const someOf =
  (...choices: readonly string[]): ValueRule =>
  (value) =>
    listed(value).every((each) => choices.includes(each))
      ? undefined
      : `must list only ${choices.join(', ')}`;

const listed = (value: string): string[] =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

export const url: ValueRule = (value) =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
    ? undefined
    : 'must be an address that begins with http:// or https://';

export const file: ValueRule = (value) => {
  try {
    accessSync(value, constants.R_OK);
    return undefined;
  } catch {
    return 'must name a file that can be read';
  }
};

/** `key=value` pairs separated by commas, percent-encoded; undefined if one of them is malformed. */
const pairsOf = (value: string): [string, string][] | undefined => {
  try {
    return listed(value).map((pair) => {
      const middle = pair.indexOf('=');
      if (middle < 1) throw new Error('a pair without a key');
      return [
        decodeURIComponent(pair.slice(0, middle).trim()),
        decodeURIComponent(pair.slice(middle + 1).trim()),
      ];
    });
  } catch {
    return undefined;
  }
};

const attributeLengthLimit = 255;

export const attributes: ValueRule = (value) =>
  pairsOf(value)?.every((pair) => pair.every((part) => part.length <= attributeLengthLimit)) &&
  listed(value).every((pair) => pair.split('=').length === 2)
    ? undefined
    : `must be key=value pairs separated by commas, each part percent-encoded and at most ${attributeLengthLimit} characters long`;

export const headers: ValueRule = (value) => {
  const expected = 'must be key=value pairs separated by commas, percent-encoded';
  const pairs = pairsOf(value);
  if (!pairs) return expected;
  try {
    for (const [name, content] of pairs) {
      validateHeaderName(name);
      validateHeaderValue(name, content);
    }
    return undefined;
  } catch {
    return `${expected}, that HTTP takes as headers`;
  }
};
