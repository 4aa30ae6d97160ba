import { type Store, shareOfDay, withPostgres } from '@faultline/stores';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LedgerDatabase, openLedgerDatabase } from './schedules/ledger-database';
import { type Played, play } from './schedules/play';
import { punctual, type Schedule, tardy } from './schedules/schedule';

let postgres: Store;
let store: LedgerDatabase;

beforeAll(async () => {
  postgres = await withPostgres();
  store = await openLedgerDatabase(postgres.url);
});
afterAll(async () => {
  await store?.close();
  await postgres?.stop();
});

/** The ledger and the provider's record must say the same of every key, to the cent. */
const expectSameBooks = ({ ledger, provider, counted }: Played): void => {
  const ended = ledger.filter(({ state }) => state !== 'failed');
  const byKey = (rows: [string, string, number][]) =>
    rows.sort(([one], [other]) => one.localeCompare(other));
  expect(byKey(ended.map(({ key, state, amount }) => [key, state, amount]))).toEqual(
    byKey([...provider].map(([key, { outcome, amount }]) => [key, outcome.state, amount])),
  );
  expect(counted.succeeded).toBe(ledger.filter(({ state }) => state === 'succeeded').length);
  expect(counted.late).toBe(
    ledger.filter(({ state, late }) => state === 'succeeded' && late).length,
  );
};

const paidFor = ({ ledger }: Played, isCounted: (row: Played['ledger'][number]) => boolean) => {
  const carts = ledger.filter((row) => row.state === 'succeeded' && isCounted(row));
  return carts.map(({ cart }) => cart);
};

const everySchedule = (
  schedules: fc.Arbitrary<Schedule>,
  { seed, numRuns }: { seed: number; numRuns: number },
  holds: (played: Played) => void,
) =>
  fc.assert(
    fc.asyncProperty(schedules, async (schedule) => holds(await play(schedule, store))),
    { numRuns, seed },
  );

/** Two thousand schedules in all. */
const seeds = shareOfDay([20_301_126, 20_301_127, 20_301_128, 20_301_129], 4);

describe.each(seeds)(
  'attempts, retries, reconciliation, losses, delays and kills in any order (seed %i)',
  (seed) => {
    it('end with the same charges in the ledger and at the provider', { timeout: 900_000 }, () =>
      everySchedule(punctual, { seed, numRuns: 500 }, (played) => {
        expect(played.starved).toEqual([]);
        expect(played.wronglyTold).toEqual([]);
        expectSameBooks(played);
        expect(played.ledger.filter(({ late }) => late)).toEqual([]);
        const paid = paidFor(played, () => true);
        expect(new Set(paid).size).toBe(paid.length);
      }),
    );

    it('do so even if requests arrive after their timeout', { timeout: 900_000 }, () =>
      everySchedule(tardy, { seed, numRuns: 75 }, (played) => {
        expectSameBooks(played);
        const paid = paidFor(played, ({ duplicate }) => !duplicate);
        expect(new Set(paid).size).toBe(paid.length);
      }),
    );
  },
);
