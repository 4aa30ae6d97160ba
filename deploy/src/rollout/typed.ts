import { InvalidArgumentError } from '@faultline/command-line';

// Parsers for the values of options.

export const tagOf = (text: string): string => {
  if (/^\w[\w.-]{0,62}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be at most 63 letters, digits and . _ -');
};

export const origin = (text: string): string => {
  if (/^https?:\/\/[^/\s]+(\/[^\s]*)?$/.test(text)) return text.replace(/\/$/, '');
  throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:9090');
};

export const digestOf = (text: string): string => {
  if (/^sha256:[0-9a-f]{64}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be sha256: and 64 digits of 0 to f');
};
