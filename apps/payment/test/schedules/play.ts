import { Writable } from 'node:stream';
import { Charge, type ChargeRequest } from '@faultline/contracts';
import type { Database } from '@faultline/service/postgres';
import { createLogger } from '@faultline/telemetry';
import { type Static, Type } from 'typebox';
import { type Charges, createCharges } from '../../src/charges';
import { fingerprinter } from '../../src/fingerprint';
import { ledgerRepository } from '../../src/ledger-repository';
import type { PaymentMetrics } from '../../src/metrics';
import { reconcile } from '../../src/reconciler';
import { resolution } from '../../src/resolution';
import { newCart, newKey, newSession, purchase } from '../fixture';
import type { LedgerDatabase } from './ledger-database';
import { type Action, cartOfKey, type Schedule } from './schedule';
import { type SimulatedProvider, simulatedProvider, travel } from './simulated-provider';
import { type VirtualTime, virtualTime } from './virtual-time';

/** How many charges a round takes: few, so that one that cannot be resolved could stand in the way. */
const perRound = 1;

const Row = Type.Object({
  key: Type.String(),
  cart: Type.String(),
  amount: Type.Integer(),
  state: Charge.properties.state,
  late: Type.Boolean(),
  duplicate: Type.Boolean(),
});
export type Row = Static<typeof Row>;

export interface Played {
  ledger: Row[];
  provider: SimulatedProvider['record'];
  /** Shoppers who were told that nothing was charged while it was, or was about to be. */
  wronglyTold: string[];
  /** Keys that were still pending at a time when all but the unclear ones should have been resolved. */
  starved: string[];
  counted: { succeeded: number; late: number };
}

const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
const log = createLogger({
  service: 'payment',
  version: '0',
  level: 'error',
  destination: silence,
});
const fingerprint = fingerprinter('a secret for tests only');
const forever = new Promise<never>(() => undefined);

/** An instance of the service: once it is killed, it neither begins nor gets anything any more. */
const startInstance = (
  database: Pick<Database, 'query' | 'rows'>,
  provider: SimulatedProvider,
  metrics: PaymentMetrics,
) => {
  let alive = true;
  const whileAlive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!alive) return forever;
    const outcome = await work().then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    return alive ? outcome() : forever;
  };
  const mortal: Database = {
    query: (text, values) => whileAlive(() => database.query(text, values)),
    rows: (shape, text, values) => whileAlive(() => database.rows(shape, text, values)),
    transaction: () => Promise.reject(new Error('the ledger needs no transactions')),
  };
  const ledger = ledgerRepository(mortal, travel);
  const resolve = resolution(
    ledger,
    {
      charge: (...request) => whileAlive(() => provider.charge(...request)),
      find: (key) => whileAlive(() => provider.find(key)),
    },
    metrics,
    log,
  );
  return {
    charges: createCharges(ledger, resolve, fingerprint),
    reconcile: () => reconcile({ ledger, resolution: resolve, metrics, log }, perRound),
    kill: () => {
      alive = false;
    },
  };
};

/** Plays a schedule to its end, and lets everything be resolved that can. */
export const play = async (schedule: Schedule, store: LedgerDatabase): Promise<Played> => {
  const time: VirtualTime = virtualTime();
  const database = store.at(time);
  await database.query('delete from charges');
  const keys = cartOfKey.map(() => newKey());
  const carts = cartOfKey.map(() => newCart());
  const session = newSession();
  const fates = [...schedule.fates];
  const lookups = [...schedule.lookups];
  const indexOf = (key: string) => keys.indexOf(key);
  let healed = false;
  const prompt = { fails: false, arrives: 1, responses: 1 };
  const provider = simulatedProvider({
    time,
    nextFate: () =>
      fates.shift() ?? { kind: 'taken', arrives: 1, responses: 1, responseIsLost: false },
    nextLookup: (key) => {
      if (healed) return prompt;
      if (schedule.unclear.includes(indexOf(key))) return { ...prompt, fails: true };
      return lookups.shift() ?? prompt;
    },
    declines: (key) => schedule.declined.includes(indexOf(key)),
  });
  const counted = { succeeded: 0, late: 0 };
  const metrics: PaymentMetrics = {
    resolved: (outcome) => {
      if (outcome === 'succeeded') counted.succeeded += 1;
    },
    unrecorded: () => undefined,
    succeededLate: () => {
      counted.late += 1;
    },
    unresolved: () => undefined,
  };
  const start = () => startInstance(database, provider, metrics);
  const instances = [start(), start()];
  const instance = (index: number) => instances[index] ?? start();

  const wronglyTold: string[] = [];
  const pay = async (charges: Charges, index: number): Promise<void> => {
    const key = keys[index] ?? '';
    const cart = carts[cartOfKey[index] ?? 0] ?? null;
    const request: ChargeRequest = { ...purchase, cart };
    const { state } = await charges.charge(session, key, request);
    if (state === 'failed' && provider.chargesSooner(key)) wronglyTold.push(key);
  };

  const act = (action: Action): Promise<unknown> | undefined => {
    switch (action.do) {
      case 'pay':
        // A cart that another key has is refused, and a provider may not be able to tell.
        return pay(instance(action.instance).charges, action.key).catch(() => undefined);
      case 'reconcile':
        return instance(action.instance).reconcile();
      case 'kill':
        instance(action.instance).kill();
        instances[action.instance] = start();
        return undefined;
      case 'wait':
        return undefined;
    }
  };

  const rows = () =>
    database.rows(
      Row,
      'select idempotency_key as key, cart, amount, state, late, duplicate from charges',
    );
  const pending = async () => (await rows()).filter(({ state }) => state === 'pending');
  /** Rounds as they go on in the background, until nothing of this is left or so many were made. */
  const resolveAll = async (isLeft: (row: Row) => boolean, rounds: number): Promise<Row[]> => {
    let left = (await pending()).filter(isLeft);
    for (let round = 0; left.length > 0 && round < rounds; round += 1) {
      await time.advance(15_000);
      void instance(round % 2).reconcile();
      await time.advance(15_000);
      left = (await pending()).filter(isLeft);
    }
    return left;
  };

  for (const action of schedule.actions) {
    void act(action);
    await time.advance(action.do === 'wait' ? action.milliseconds : 0);
  }
  const starved = await resolveAll(({ key }) => !schedule.unclear.includes(indexOf(key)), 15);
  healed = true;
  await resolveAll(() => true, 60);
  // Whatever was given up is asked for again within an hour, so for each of them a round.
  await time.advance(4 * 3_600_000);
  for (const _ of keys) {
    void instance(0).reconcile();
    await time.advance(60_000);
  }
  return {
    ledger: await rows(),
    provider: provider.record,
    wronglyTold,
    starved: starved.map(({ key }) => key),
    counted,
  };
};
