import type { Money } from '@faultline/contracts';
import { ProblemError } from '@faultline/service';
import type { Outcome } from '../../src/ledger-repository';
import type { ProviderClient } from '../../src/provider-client';
import type { VirtualTime } from './virtual-time';

/** Milliseconds that a caller waits. */
const timeout = 10_000;
/** Milliseconds after which no request is on its way any more, unless the schedule says so. */
export const travel = 25_000;

/** What becomes of one request to charge; times are in milliseconds. */
export type Fate =
  | { kind: 'refused' }
  /** Lost on its way there. */
  | { kind: 'lost'; after: number }
  /** Recorded when it `arrives`; the response comes `answers` later, or never. */
  | { kind: 'taken'; arrives: number; responses: number; responseIsLost: boolean };

/** What becomes of one request that asks for a charge. */
export interface Lookup {
  fails: boolean;
  arrives: number;
  responses: number;
}

interface Recorded {
  amount: number;
  outcome: Outcome;
}

export interface SimulatedProvider extends ProviderClient {
  /** By key. */
  record: ReadonlyMap<string, Recorded>;
  /** Whether a charge of this key is recorded, or on its way and will be. */
  chargesSooner(key: string): boolean;
}

interface Script {
  time: VirtualTime;
  /** The next request's, each time it is called. */
  nextFate(): Fate;
  nextLookup(key: string): Lookup;
  declines(key: string): boolean;
}

const late = () => new ProblemError(504, 'payment-provider-timeout', 'Too late.');
const failed = () => new ProblemError(502, 'payment-provider-failed', 'Cut off.');
const unreachable = () => new ProblemError(503, 'payment-provider-unreachable', 'Refused.');

/** A payment company as payment sees it: it charges once for each key, whatever the network does. */
export const simulatedProvider = ({
  time,
  nextFate,
  nextLookup,
  declines,
}: Script): SimulatedProvider => {
  const record = new Map<string, Recorded>();
  const onTheirWay: string[] = [];

  const take = (key: string, { amount }: Money): Outcome => {
    const known = record.get(key);
    if (known) return known.outcome;
    const outcome: Outcome = declines(key)
      ? { state: 'declined', reason: 'card_declined' }
      : { state: 'succeeded', providerReference: `ch_${key}` };
    record.set(key, { amount, outcome });
    return outcome;
  };

  /** What happens at the provider, whether or not anybody still waits for it. */
  const deliver = async (key: string, total: Money, fate: Fate & { kind: 'taken' }) => {
    onTheirWay.push(key);
    await time.sleep(fate.arrives);
    onTheirWay.splice(onTheirWay.indexOf(key), 1);
    const outcome = take(key, total);
    await time.sleep(fate.responses);
    if (fate.responseIsLost) throw failed();
    return outcome;
  };

  const within = async <T>(work: Promise<T>): Promise<T> =>
    Promise.race([
      work,
      time.sleep(timeout).then(() => {
        throw late();
      }),
    ]);

  return {
    record,
    chargesSooner: (key) =>
      record.get(key)?.outcome.state === 'succeeded' || onTheirWay.includes(key),
    charge: async (key, total) => {
      const fate = nextFate();
      if (fate.kind === 'refused') throw unreachable();
      if (fate.kind === 'taken') return within(deliver(key, total, fate));
      await time.sleep(fate.after);
      throw failed();
    },
    find: async (key) => {
      const { fails, arrives, responses } = nextLookup(key);
      await time.sleep(arrives);
      if (fails) throw failed();
      const known = record.get(key)?.outcome;
      await time.sleep(responses);
      return known;
    },
  };
};
