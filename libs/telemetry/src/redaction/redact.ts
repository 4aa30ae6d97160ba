/** Long runs of digits, as in card numbers: together, or in groups. */
const digits = /(?:\d(?:[ +._-]|%20)?){12,18}\d/g;

/** An at sign, also percent-encoded, and encoded more than once. */
const at = '(?:@|%(?:25){0,3}40)';

/** Every part has a maximum length, so that matching takes linear time. */
const address = new RegExp(
  String.raw`[\p{L}\p{N}_.+-]{1,64}${at}[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,8}`,
  'giu',
);

/** Enough digits for a card number. Searching for three digits first is twice as fast. */
const manyDigits = /\d[ +._%-]?\d[ +._%-]?\d(?:(?:[ +._-]|%20)?\d){10}/;

/** A cheap check whether there may be anything to redact. */
const isSuspicious = (text: string): boolean =>
  text.includes('@') || text.includes('%') || manyDigits.test(text);

/** The smallest whole number with 13 digits, the minimum of a card number. */
const shortestCardNumber = 1e12;

/** Redacts a number that may be a card number. */
export const redactNumber = (value: number): number | string =>
  Number.isInteger(value) && Math.abs(value) >= shortestCardNumber ? '[digits]' : value;

/** The shortest address, `a@b.eu`; a card number is longer. */
const shortest = 6;

/**
 * Redacts possible card numbers and e-mail addresses in a text, wherever somebody
 * typed them.
 */
export const redact = (text: string): string =>
  text.length >= shortest && isSuspicious(text)
    ? text.replace(digits, '[digits]').replace(address, '[e-mail]')
    : text;
