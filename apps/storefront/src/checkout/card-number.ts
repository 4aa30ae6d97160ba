const longestCardNumber = 19;

export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Digits in groups of four, as they stand on a card: `4242 4242 4242 4242`. */
export const groupDigits = (text: string): string =>
  digitsOf(text)
    .slice(0, longestCardNumber)
    .replace(/(\d{4})(?=\d)/g, '$1 ');

/** The check digit of ISO/IEC 7812-1 (Luhn): it catches any single mistyped digit. */
export const passesLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const doubled = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits.length > 0 && sum % 10 === 0;
};
