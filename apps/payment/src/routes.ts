import { type paymentRoutes, sessionHeader } from '@faultline/contracts';
import { type Handlers, withinDeadline } from '@faultline/service';
import { answerOf } from './answer';
import type { Charges } from './charges';

export const paymentHandlers = (charges: Charges): Handlers<typeof paymentRoutes> => ({
  charge: async ({ headers, body }) => {
    const asked = charges.charge(headers[sessionHeader], headers['idempotency-key'], body);
    return answerOf(await withinDeadline(asked));
  },
  replay: async ({ headers, body }) => {
    const asked = charges.replay(headers[sessionHeader], headers['idempotency-key'], body);
    return answerOf(await withinDeadline(asked));
  },
  readOrder: ({ headers, params }) => charges.readOrder(headers[sessionHeader], params.orderId),
});
