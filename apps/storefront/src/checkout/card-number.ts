const maxCardNumberLength = 19;

export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Digits in groups of four, as they stand on a card: `4242 4242 4242 4242`. */
export const groupDigits = (text: string): string =>
  digitsOf(text)
    .slice(0, maxCardNumberLength)
    .replace(/(\d{4})(?=\d)/g, '$1 ');
