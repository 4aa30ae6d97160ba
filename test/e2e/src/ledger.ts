import { Client } from 'pg';

export interface LedgerRow {
  id: string;
  orderId: string;
  key: string;
  amount: number;
  state: string;
}

export interface ProviderRow {
  id: string;
  key: string;
  amount: number;
  declined: boolean;
}

/** What the shop believes it charged, and what the provider believes it was asked for. */
export interface Books {
  ledger: LedgerRow[];
  provider: ProviderRow[];
}

export const readBooks = async (paymentDataUrl: string): Promise<Books> => {
  const client = new Client({ connectionString: paymentDataUrl });
  await client.connect();
  try {
    const ledger = await client.query<LedgerRow>(
      'select id, order_id as "orderId", idempotency_key as key, amount, state from charges',
    );
    const provider = await client.query<ProviderRow>(
      `select id, idempotency_key as key, amount, decline_code is not null as declined
       from sandbox_provider.charges`,
    );
    return { ledger: ledger.rows, provider: provider.rows };
  } finally {
    await client.end();
  }
};
