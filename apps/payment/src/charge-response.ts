import { type Charge, type DeclineCode, declineCodes, paymentRoutes } from '@faultline/contracts';
import { type ProblemError, problemOf } from '@faultline/service';

const { charge: route } = paymentRoutes;

/** The provider's code if the shop knows it. */
const declineCodeOf = (reason: string | null): DeclineCode =>
  declineCodes.find((code) => code === reason) ?? 'other';

const declined = ({ reason }: Charge): ProblemError =>
  problemOf(route, 'payment-declined', `The card was declined: ${reason}.`, {
    errors: [{ field: 'card', message: `was declined: ${reason}` }],
    extensions: { decline: { code: declineCodeOf(reason) } },
  });

const unreachable = (): ProblemError =>
  problemOf(
    route,
    'payment-provider-unreachable',
    'Failed to connect to payment provider. Nothing was charged.',
  );

const late = (): ProblemError =>
  problemOf(
    route,
    'payment-provider-late',
    'The payment provider has not answered yet. Sending the same key again will not charge twice.',
  );

/**
 * A charge as a response: only a succeeded one is a success. Undefined is a charge that is still on
 * its way when the caller's time is up.
 */
export const responseOf = (charge: Charge | undefined): Charge => {
  switch (charge?.state) {
    case 'succeeded':
      return charge;
    case 'declined':
      throw declined(charge);
    case 'failed':
      throw unreachable();
    default:
      throw late();
  }
};
