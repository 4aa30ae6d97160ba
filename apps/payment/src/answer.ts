import type { Charge } from '@faultline/contracts';
import { ProblemError } from '@faultline/service';

const late = () =>
  new ProblemError(
    504,
    'payment-provider-late',
    'The payment provider has not answered yet. Sending the same key again will not charge twice.',
  );

/**
 * A charge as an answer: only a succeeded one is a success. Undefined is a charge that is still on
 * its way when the caller's time is up.
 */
export const answerOf = (charge: Charge | undefined): Charge => {
  switch (charge?.state) {
    case 'succeeded':
      return charge;
    case 'declined':
      throw new ProblemError(402, 'payment-declined', `The card was declined: ${charge.reason}.`, {
        errors: [{ field: 'card', message: `was declined: ${charge.reason}` }],
      });
    case 'failed':
      throw new ProblemError(
        502,
        'payment-provider-unreachable',
        'Failed to connect to payment provider. Nothing was charged.',
      );
    default:
      throw late();
  }
};
