/** A whole word: the parts of a UUID, and digits among letters, are no number of their own. */
const candidates = /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g;

/** The check that every card number passes (ISO/IEC 7812-1, annex B). */
const passesLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

/** Whether a text holds what may be a card number: 13 to 19 digits that pass the Luhn check. */
export const holdsCardNumber = (text: string): boolean =>
  [...text.matchAll(candidates)].some(([found]) => passesLuhn(found.replace(/[ -]/g, '')));
