import type { PurchaseField } from './purchase-form';

interface DeclineReason {
  words: string;
  /** The field that is to blame, if it is a field. */
  field?: PurchaseField;
}

/** The payment provider's decline codes, for somebody who holds the card. */
const reasons: Readonly<Record<string, DeclineReason>> = {
  card_declined: { words: 'The bank declined it and gave no reason.' },
  insufficient_funds: { words: 'Insufficient funds: there is not enough money on this card.' },
  expired_card: { words: 'The bank says that this card has expired.', field: 'expiry' },
  incorrect_cvc: { words: 'The bank says that the security code is wrong.', field: 'cvc' },
};

/** Why a card was declined; `detail` is the server's sentence, which ends in the provider's code. */
export const declineReason = (detail: string | undefined): DeclineReason => {
  const code = /(\w+)\.?$/.exec(detail ?? '')?.[1] ?? '';
  return reasons[code] ?? { words: detail ?? 'The bank declined it.' };
};
