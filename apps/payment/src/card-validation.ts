import { type Card, paymentRoutes } from '@faultline/contracts';
import { passesLuhn } from '@faultline/contracts/cards';
import { problemOf } from '@faultline/service';

/** Whether the card's last valid month is over; a card is valid until the end of that month. */
export const isExpired = ({ expMonth, expYear }: Card, now: Date): boolean =>
  expYear * 12 + expMonth < now.getUTCFullYear() * 12 + now.getUTCMonth() + 1;

/** Refuses a card that no provider would accept, before the provider is called. */
export const checkCard = (card: Card, now = new Date()): void => {
  if (!passesLuhn(card.number))
    throw problemOf(paymentRoutes.charge, 'invalid-card-number', 'This is not a card number.', {
      field: 'card.number',
    });
  if (isExpired(card, now))
    throw problemOf(paymentRoutes.charge, 'expired-card', 'This card has expired.', {
      field: 'card.expYear',
    });
};
