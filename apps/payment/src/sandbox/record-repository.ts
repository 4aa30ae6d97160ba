import { ProviderCharge } from '@faultline/contracts';
import type { Database } from '@faultline/service/postgres';

interface NewCharge {
  id: string;
  key: string;
  amount: number;
  currency: string;
  last4: string;
  declineCode: string | null;
}

export interface SandboxRecord {
  /** Stores the first charge of a key and returns it, also for later calls with the same key. */
  keep(charge: NewCharge): Promise<ProviderCharge>;
  find(key: string): Promise<ProviderCharge | undefined>;
}

const columns = 'id, amount, currency, decline_code as "declineCode"';

export const sandboxRecord = (database: Database): SandboxRecord => {
  const find: SandboxRecord['find'] = async (key) =>
    (
      await database.rows(
        ProviderCharge,
        `select ${columns} from sandbox_provider.charges where idempotency_key = $1`,
        [key],
      )
    )[0];

  return {
    find,
    keep: async ({ id, key, amount, currency, last4, declineCode }) => {
      const [kept] = await database.rows(
        ProviderCharge,
        `insert into sandbox_provider.charges
           (id, idempotency_key, amount, currency, card_last4, decline_code)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (idempotency_key) do nothing
         returning ${columns}`,
        [id, key, amount, currency, last4, declineCode],
      );
      const charge = kept ?? (await find(key));
      if (!charge) throw new Error('the sandbox provider lost a charge');
      return charge;
    },
  };
};
