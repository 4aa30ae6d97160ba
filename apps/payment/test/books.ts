import { Pool } from 'pg';
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';

const LedgerRow = Type.Object({
  id: Type.String(),
  order_id: Type.String(),
  idempotency_key: Type.String(),
  amount: Type.Integer(),
  state: Type.String(),
  reason: Type.Union([Type.String(), Type.Null()]),
  late: Type.Boolean(),
  duplicate: Type.Boolean(),
});
type LedgerRow = Static<typeof LedgerRow>;
const LedgerRows = Type.Array(LedgerRow);
const Texts = Type.Array(Type.Object({ text: Type.String() }));

/** The ledger and the sandbox provider's record, read past the service. */
export const openBooks = (connectionString: string) => {
  const pool = new Pool({ connectionString, max: 2 });
  // The server stops before the pool's idle connections know of it.
  pool.on('error', () => undefined);

  const ledgerRows = async (column: string, value: string): Promise<LedgerRow[]> =>
    Parse(
      LedgerRows,
      (await pool.query(`select * from charges where ${column} = $1`, [value])).rows,
    );
  const ledger = (key: string) => ledgerRows('idempotency_key', key);

  return {
    ledger,
    ofCart: (cart: string) => ledgerRows('cart', cart),
    /** Makes a charge pending as after a crash before its response came. */
    forgetResponse: (key: string) =>
      pool.query(
        `update charges set state = 'pending', reason = null, provider_reference = null,
           open_attempts = '{1}' where idempotency_key = $1`,
        [key],
      ),
    /** Lets so many seconds go by for a charge. */
    age: (key: string, seconds: number) =>
      pool.query(
        `update charges set
           created_at = created_at - make_interval(secs => $2),
           updated_at = updated_at - make_interval(secs => $2),
           attempted_at = attempted_at - make_interval(secs => $2),
           next_check_at = next_check_at - make_interval(secs => $2)
         where idempotency_key = $1`,
        [key, seconds],
      ),
    /** The only row of a key. */
    row: async (key: string): Promise<LedgerRow> => {
      const [row, ...more] = await ledger(key);
      if (!row || more.length > 0) throw new Error(`${key} has ${more.length} rows too many`);
      return row;
    },
    /** Charges on which the ledger and the sandbox provider do not agree, to the cent. */
    disagreements: async (): Promise<unknown[]> =>
      (
        await pool.query(
          `select idempotency_key, ledger.state, ledger.amount, provider.amount, decline_code
           from charges as ledger
           full join sandbox_provider.charges as provider using (idempotency_key)
           where ledger.amount is distinct from provider.amount
             or ledger.currency is distinct from provider.currency
             or ledger.state is distinct from
               case when decline_code is null then 'succeeded' else 'declined' end
             or (decline_code is null and ledger.provider_reference is distinct from provider.id)`,
        )
      ).rows,
    /** How many charges the sandbox provider has for a key. */
    chargedBySandbox: async (key: string): Promise<number> =>
      (await pool.query('select 1 from sandbox_provider.charges where idempotency_key = $1', [key]))
        .rows.length,
    /** The whole ledger as text, as a thief would find it. */
    dump: async (): Promise<string> =>
      Parse(Texts, (await pool.query('select charges::text as text from charges')).rows)
        .map(({ text }) => text)
        .join('\n'),
    close: () => pool.end(),
  };
};

export type Books = ReturnType<typeof openBooks>;
