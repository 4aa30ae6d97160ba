import fc from 'fast-check';
import { type Fate, type Lookup, travel } from './simulated-provider';

/** Keys 0 and 1 pay the same cart, as two tabs do; key 2 pays another. */
export const cartOfKey = [0, 0, 1] as const;

export type Action =
  | { do: 'pay'; key: number; instance: number }
  | { do: 'wait'; milliseconds: number }
  | { do: 'reconcile'; instance: number }
  | { do: 'kill'; instance: number };

export interface Schedule {
  actions: Action[];
  /** The fates of requests to charge in turn; when they are used up, all is well. */
  fates: Fate[];
  lookups: Lookup[];
  declined: number[];
  /** Keys of which the provider cannot tell until the end. */
  unclear: number[];
}

const instance = fc.nat({ max: 1 });
const key = fc.nat({ max: cartOfKey.length - 1 });

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pay' as const), key, instance }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      milliseconds: fc.oneof(
        fc.constantFrom(1, 1_000, 9_999, 10_001, 15_000, 24_999, 25_001, 60_000),
        fc.nat({ max: 30_000 }),
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('reconcile' as const), instance }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), instance }) },
);

const fateWithin = (longest: number): fc.Arbitrary<Fate> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant({ kind: 'refused' as const }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('lost' as const), after: fc.nat({ max: 9_000 }) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('taken' as const),
        arrives: fc.oneof(fc.nat({ max: 3_000 }), fc.nat({ max: longest })),
        responses: fc.nat({ max: 9_000 }),
        responseIsLost: fc.boolean(),
      }),
    },
  );

const lookup: fc.Arbitrary<Lookup> = fc.record({
  fails: fc.boolean(),
  arrives: fc.nat({ max: 3_000 }),
  responses: fc.nat({ max: 3_000 }),
});

const scheduleWithin = (longest: number): fc.Arbitrary<Schedule> =>
  fc.record({
    actions: fc.array(action, { minLength: 3, maxLength: 14 }),
    fates: fc.array(fateWithin(longest), { maxLength: 6 }),
    lookups: fc.array(lookup, { maxLength: 4 }),
    declined: fc.subarray([0, 1, 2], { maxLength: 1 }),
    unclear: fc.subarray([0, 1, 2], { maxLength: 2 }),
  });

/** Requests arrive while they may: within the time after which a charge is given up. */
export const punctual = scheduleWithin(travel - 1_000);

/** Requests arrive up to two hours late. */
export const tardy = scheduleWithin(2 * 3_600_000);
