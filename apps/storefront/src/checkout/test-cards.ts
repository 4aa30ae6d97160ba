import * as sandbox from '@faultline/contracts/cards';
import { groupDigits } from './card-number';

export interface TestCard {
  number: string;
  outcome: string;
}

const outcomes = {
  card_declined: 'Declined',
  insufficient_funds: 'Insufficient funds',
  expired_card: 'Expired card',
  incorrect_cvc: 'Wrong CVC',
};

/** The cards of the sandbox provider, each with a date in the future and some security code. */
export const testCards: readonly TestCard[] = sandbox.testCards.map(({ number, declineCode }) => ({
  number: groupDigits(number),
  outcome: declineCode === null ? 'Goes through' : outcomes[declineCode],
}));
