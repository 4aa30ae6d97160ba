import { passesLuhn } from '@faultline/contracts/cards';

/** A whole word: the parts of a UUID, and digits among letters, are no number of their own. */
const candidates = /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g;

/** Whether a text holds what may be a card number: 13 to 19 digits that pass the Luhn check. */
export const holdsCardNumber = (text: string): boolean =>
  [...text.matchAll(candidates)].some(([found]) => passesLuhn(found.replace(/[ -]/g, '')));
