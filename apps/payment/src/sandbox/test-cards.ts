import type { ProviderDeclineCode } from '@faultline/contracts';

/** Card numbers that the sandbox declines, and the code it declines them with. */
export const declinedCards: Readonly<Record<string, ProviderDeclineCode>> = {
  '4000000000000002': 'card_declined',
  '4000000000009995': 'insufficient_funds',
  '4000000000000069': 'expired_card',
  '4000000000000127': 'incorrect_cvc',
};
