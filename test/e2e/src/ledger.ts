import { Client } from 'pg';
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';

const charge = { id: Type.String(), key: Type.String(), amount: Type.Integer() };
const LedgerRow = Type.Object({ ...charge, orderId: Type.String(), state: Type.String() });
export type LedgerRow = Static<typeof LedgerRow>;
const ProviderRow = Type.Object({ ...charge, declined: Type.Boolean() });
export type ProviderRow = Static<typeof ProviderRow>;

/** What the shop believes it charged, and what the provider believes it was asked for. */
export interface Books {
  ledger: LedgerRow[];
  provider: ProviderRow[];
}

export const readBooks = async (paymentDataUrl: string): Promise<Books> => {
  const client = new Client({ connectionString: paymentDataUrl });
  await client.connect();
  try {
    const ledger = await client.query(
      'select id, order_id as "orderId", idempotency_key as key, amount, state from charges',
    );
    const provider = await client.query(
      `select id, idempotency_key as key, amount, decline_code is not null as declined
       from sandbox_provider.charges`,
    );
    return {
      ledger: Parse(Type.Array(LedgerRow), ledger.rows),
      provider: Parse(Type.Array(ProviderRow), provider.rows),
    };
  } finally {
    await client.end();
  }
};
