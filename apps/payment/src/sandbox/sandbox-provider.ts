import { randomUUID } from 'node:crypto';
import { IdempotencyKey } from '@faultline/contracts';
import {
  type Database,
  listenOnLoopback,
  notFound,
  outsideServer,
  type ServiceApp,
} from '@faultline/service';
import { Type } from 'typebox';
import { ProviderCharge, ProviderChargeRequest, unknownCharge } from '../provider-api';
import { sandboxRecord } from './record-repository';
import { declinedCards } from './test-cards';

const charge = {
  headers: Type.Object({ 'idempotency-key': IdempotencyKey }),
  body: ProviderChargeRequest,
  response: { 201: ProviderCharge },
};
const find = {
  params: Type.Object({ key: IdempotencyKey }),
  response: { 200: ProviderCharge },
};

/**
 * Starts the stand-in for a payment company on a loopback port of its own and answers with its
 * address. It keeps its own record of what it charged, which the ledger is reconciled with.
 */
export const sandboxUrl = async (app: ServiceApp, database: Database): Promise<string> => {
  const record = sandboxRecord(database);
  const server = outsideServer();

  server.get('/v1/health', async () => ({ status: 'ok' }));

  server.post('/v1/charges', { schema: charge }, async ({ headers, body }, reply) =>
    reply.code(201).send(
      await record.keep({
        id: `ch_${randomUUID()}`,
        key: headers['idempotency-key'],
        amount: body.amount,
        currency: body.currency,
        last4: body.card.number.slice(-4),
        declineCode: declinedCards[body.card.number] ?? null,
      }),
    ),
  );

  server.get('/v1/charges/:key', { schema: find }, async ({ params }) => {
    const known = await record.find(params.key);
    if (!known) throw notFound(unknownCharge, 'key', 'There is no charge with this key.');
    return known;
  });

  app.beforeClose(() => server.close());
  return listenOnLoopback(server);
};
