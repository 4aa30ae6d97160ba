/** Long runs of digits, as people write card numbers: together, or in groups. */
const digits = /(?:\d(?:[ +._-]|%20)?){12,18}\d/g;

/** An at sign, also percent-encoded, and encoded more than once. */
const at = '(?:@|%(?:25){0,3}40)';

/** Every part is bounded, so that no text takes more than a multiple of its length. */
const address = new RegExp(
  String.raw`[\p{L}\p{N}_.+-]{1,64}${at}[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,8}`,
  'giu',
);

/** Digits enough for a card number. Looking for three of them first is twice as fast. */
const manyDigits = /\d[ +._%-]?\d[ +._%-]?\d(?:(?:[ +._-]|%20)?\d){10}/;

/** Whether there may be anything to hide: a look that costs little. */
const isSuspicious = (text: string): boolean =>
  text.includes('@') || text.includes('%') || manyDigits.test(text);

/** The least whole number with as many digits as the shortest card number, 13. */
const shortestCardNumber = 1e12;

/** A number as telemetry may show it: a card number is hidden when it is no text, too. */
export const redactNumber = (value: number): number | string =>
  Number.isInteger(value) && Math.abs(value) >= shortestCardNumber ? '[digits]' : value;

/** The shortest address, `a@b.eu`; a card number is longer. */
const shortest = 6;

/**
 * A text as telemetry may show it: without what may be a card number or an e-mail address, also when
 * somebody typed it where it does not belong.
 */
export const redact = (text: string): string =>
  text.length >= shortest && isSuspicious(text)
    ? text.replace(digits, '[digits]').replace(address, '[e-mail]')
    : text;
