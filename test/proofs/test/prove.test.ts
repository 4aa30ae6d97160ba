import { shareOfDay } from '@faultline/stores';
import { beforeAll, describe, expect, it } from 'vitest';
import { proveAll } from '../src/prove-all';
import type { Proof } from '../src/prove-fault';

/** One that takes a process away, one that breaks a statement, and one that breaks a store. */
const quick = shareOfDay(['apiGatewayDown', 'searchSql', 'cartStoreSlow'] as const, 3);

let proofs: Proof[];
let atRest: string[];

beforeAll(async () => {
  ({ atRest, proofs } = await proveAll(quick, () => undefined));
}, 600_000);

it('no fault shows in any signal while it is off', () => {
  expect(atRest).toEqual([]);
});

describe('a fault', () => {
  it.each(quick)('is proven in every signal, and recovers: %s', (key) => {
    const proof = proofs.find((each) => each.key === key);
    expect(proof?.failures).toEqual([]);
    expect(proof?.evidence.metric?.seconds).toBeGreaterThan(0);
    expect(proof?.recoverySeconds).toBeGreaterThanOrEqual(0);
  });
});
