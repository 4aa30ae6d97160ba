// Imports only types, because the storefront loads this file itself.
import type { ProviderDeclineCode } from './payment';

/** The Luhn check of ISO/IEC 7812-1: from the right, every second digit doubled, sum mod 10 is 0. */
export const passesLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const digit = Number(character) * (index % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return digits.length > 0 && sum % 10 === 0;
};

export interface TestCard {
  number: string;
  /** The code with which the card is declined; null if it is accepted. */
  declineCode: ProviderDeclineCode | null;
}

/** The cards that the sandbox provider knows. It accepts any other. */
export const testCards: readonly TestCard[] = [
  { number: '4242424242424242', declineCode: null },
  { number: '4000000000000002', declineCode: 'card_declined' },
  { number: '4000000000009995', declineCode: 'insufficient_funds' },
  { number: '4000000000000069', declineCode: 'expired_card' },
  { number: '4000000000000127', declineCode: 'incorrect_cvc' },
];
