/** Long runs of digits, as people write card numbers: together, or in groups by blanks or dashes. */
const digits = /(?:\d[ +-]?|\d%20){12,18}\d/g;
const address = /[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/gi;

/**
 * A text as telemetry may show it: without what may be a card number or an e-mail address, also when
 * somebody typed it where it does not belong.
 */
export const redact = (text: string): string =>
  text.replace(digits, '[digits]').replace(address, '[e-mail]');
