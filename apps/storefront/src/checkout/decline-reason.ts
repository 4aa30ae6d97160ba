import type { DeclineCode, Problem } from '@faultline/contracts';
import type { PurchaseField } from './purchase-form';

interface DeclineReason {
  words: string;
  /** The form field that caused the decline, if any. */
  field?: PurchaseField;
}

/** Texts of the decline codes for the shopper. */
const reasons: Readonly<Record<Exclude<DeclineCode, 'other'>, DeclineReason>> = {
  card_declined: { words: 'The bank declined it and gave no reason.' },
  insufficient_funds: { words: 'Insufficient funds: there is not enough money on this card.' },
  expired_card: { words: 'The bank says that this card has expired.', field: 'expiry' },
  incorrect_cvc: { words: 'The bank says that the security code is wrong.', field: 'cvc' },
};

/** The text for unknown codes, because a page may be older than the shop. */
const known: Readonly<Partial<Record<string, DeclineReason>>> = reasons;

/** Why a card was declined. */
export const declineReason = (problem: Problem | undefined): DeclineReason =>
  known[problem?.decline?.code ?? 'other'] ?? { words: problem?.detail ?? 'The bank declined it.' };
