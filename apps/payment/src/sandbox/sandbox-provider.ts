import { randomUUID } from 'node:crypto';
import { providerRoutes, unknownCharge } from '@faultline/contracts';
import { testCards } from '@faultline/contracts/cards';
import {
  listenOnLoopback,
  outsideServer,
  problemOf,
  type ServiceApp,
  serveRoutes,
} from '@faultline/service';
import type { Database } from '@faultline/service/postgres';
import { sandboxRecord } from './record-repository';

/**
 * Starts a simulated payment provider on a loopback port of its own and returns its
 * address. It keeps its own record of its charges, with which the ledger is reconciled.
 */
export const sandboxUrl = async (app: ServiceApp, database: Database): Promise<string> => {
  const record = sandboxRecord(database);
  const server = outsideServer();

  serveRoutes(server, providerRoutes, {
    health: () => ({ status: 'ok' }),
    charge: ({ headers, body }) =>
      record.keep({
        id: `ch_${randomUUID()}`,
        key: headers['idempotency-key'],
        amount: body.amount,
        currency: body.currency,
        last4: body.card.number.slice(-4),
        declineCode:
          testCards.find(({ number }) => number === body.card.number)?.declineCode ?? null,
      }),
    find: async ({ params: { key } }) => {
      const known = await record.find(key);
      if (known) return known;
      const detail = 'There is no charge with this key.';
      throw problemOf(providerRoutes.find, unknownCharge, detail, { field: 'key' });
    },
  });

  app.beforeClose(() => server.close());
  return listenOnLoopback(server);
};
