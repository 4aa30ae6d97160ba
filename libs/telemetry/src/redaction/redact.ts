/** Long runs of digits, as people write card numbers: together, or in groups. */
const digits = /(?:\d(?:[ +._-]|%20)?){12,18}\d/g;

/** An at sign, also percent-encoded, and encoded more than once. */
const at = '(?:@|%(?:25){0,3}40)';

/** Every part is bounded, so that no text takes more than a multiple of its length. */
const address = new RegExp(
  String.raw`[\p{L}\p{N}_.+-]{1,64}${at}[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,8}`,
  'giu',
);

/** Whether there can be anything to hide: one look that costs little where there is nothing. */
const suspicious = new RegExp(String.raw`${at}|(?:\d(?:[ +._-]|%20)?){12}\d`);

/** The shortest address, `a@b.eu`; a card number is longer. */
const shortest = 6;

/**
 * A text as telemetry may show it: without what may be a card number or an e-mail address, also when
 * somebody typed it where it does not belong.
 */
export const redact = (text: string): string =>
  text.length >= shortest && suspicious.test(text)
    ? text.replace(digits, '[digits]').replace(address, '[e-mail]')
    : text;
