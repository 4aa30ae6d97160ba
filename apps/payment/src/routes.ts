import {
  Charge,
  ChargeRequest,
  IdempotencyKey,
  Money,
  Problem,
  SessionId,
  sessionHeader,
  Uuid,
} from '@faultline/contracts';
import { type Routes, withinDeadline } from '@faultline/service';
import { Type } from 'typebox';
import { answerOf } from './answer';
import type { Charges } from './charges';

const session = { [sessionHeader]: SessionId };
const keyed = Type.Object({ ...session, 'idempotency-key': IdempotencyKey });

/** What a row of the ledger can hold: something, and no more cents than a 32-bit integer. */
const total = Type.Object(
  { ...Money.properties, amount: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }) },
  { additionalProperties: false },
);

/** Declined; the key or the cart is taken; what no schema tells of sums and cards; how it ended is not known. */
const notCharged = { 402: Problem, 409: Problem, 422: Problem, 502: Problem, 504: Problem };

const charge = {
  summary: 'Charge a card, once for each Idempotency-Key',
  headers: keyed,
  body: Type.Object({ ...ChargeRequest.properties, total }, { additionalProperties: false }),
  response: { 201: Charge, ...notCharged },
};
const replay = {
  summary: 'What became of a key, for the one who sent it; charges nothing',
  headers: keyed,
  body: charge.body,
  response: { 201: Charge, 404: Problem, ...notCharged },
};
const readOrder = {
  summary: "One of the session's orders",
  headers: Type.Object(session),
  params: Type.Object({ orderId: Uuid }),
  response: { 200: Charge },
};

export const paymentRoutes: Routes<{ charges: Charges }> = async (app, { charges }) => {
  app.post('/charges', { schema: charge }, async ({ headers, body }, reply) => {
    const asked = charges.charge(headers[sessionHeader], headers['idempotency-key'], body);
    return reply.code(201).send(answerOf(await withinDeadline(asked)));
  });

  app.post('/charges/replay', { schema: replay }, async ({ headers, body }, reply) => {
    const asked = charges.replay(headers[sessionHeader], headers['idempotency-key'], body);
    return reply.code(201).send(answerOf(await withinDeadline(asked)));
  });

  app.get('/orders/:orderId', { schema: readOrder }, ({ headers, params }) =>
    charges.readOrder(headers[sessionHeader], params.orderId),
  );
};
