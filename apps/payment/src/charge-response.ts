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
 * The response for a charge; only a succeeded one is a success. `undefined` means that the charge is still in
 * progress at the caller's deadline.
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
