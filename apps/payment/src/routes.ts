import { type paymentRoutes, sessionHeader } from '@faultline/contracts';
import { type Handlers, withinDeadline } from '@faultline/service';
import { responseOf } from './charge-response';
import type { Charges } from './charges';

/** `onLateError` gets the error of a charge that fails after its caller has given up. */
export const paymentHandlers = (
  charges: Charges,
  onLateError: (error: unknown) => void,
): Handlers<typeof paymentRoutes> => ({
  charge: async ({ headers, body }) => {
    const asked = charges.charge(headers[sessionHeader], headers['idempotency-key'], body);
    return responseOf(await withinDeadline(asked, onLateError));
  },
  replay: async ({ headers, body }) => {
    const asked = charges.replay(headers[sessionHeader], headers['idempotency-key'], body);
    return responseOf(await withinDeadline(asked, onLateError));
  },
  readOrder: ({ headers, params }) => charges.readOrder(headers[sessionHeader], params.orderId),
});
