import { writeFile } from 'node:fs/promises';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { FaultBindings } from '../src';
import { off, on, soon, watch } from './fixture';

describe('the bindings of a service', () => {
  const carts = { read: () => 'as it is', clear: () => 'as it is' };
  type Seams = { carts: typeof carts };
  const logFlood: FaultBindings<'cart', Seams>['logFlood'] = {
    around: (active) => ({
      carts: ({ read }) => ({ read: () => (active() ? 'broken' : read()) }),
    }),
  };

  it('replace parts of an object while a fault is on', async () => {
    const { faults, file } = await watch(on('logFlood'));
    const bound = faults.bind<Seams>({ logFlood }).around('carts', carts);
    expect([bound.read(), bound.clear()]).toEqual(['broken', 'as it is']);
    await writeFile(file, off);
    await expect.poll(() => bound.read(), soon).toBe('as it is');
  });

  it('undo remaining effects at the start if no fault is on', async () => {
    const restored: string[] = [];
    const replicaStale = {
      hold: async () => undefined,
      restore: async () => void restored.push('restored'),
    };
    (await watch(on('replicaStale'))).faults.bind({ replicaStale });
    expect(restored).toEqual([]);
    (await watch()).faults.bind({ replicaStale });
    expect(restored).toEqual(['restored']);
  });

  it('exist for every fault of the service, according to its scope', () => {
    const rest = {
      cartStoreSlow: { hold: async () => undefined },
      replicaStale: { lacks: 'a replica' },
      cartNotCleared: { lacks: 'a replica' },
    };
    const all: FaultBindings<'cart', Seams> = { ...rest, logFlood };
    expect(Object.keys(all)).toHaveLength(4);
    // Checked by the compiler, in `typecheck`.
    type Bindings = FaultBindings<'cart', Seams>;
    expectTypeOf<keyof Bindings>().toEqualTypeOf<keyof typeof all>();
    expectTypeOf(rest).not.toExtend<Bindings>();
    expectTypeOf(logFlood).not.toExtend<Bindings['cartStoreSlow']>();
  });
});
