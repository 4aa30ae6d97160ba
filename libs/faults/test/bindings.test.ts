import { writeFile } from 'node:fs/promises';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { FaultBindings } from '../src';
import { off, on, soon, watch } from './fixture';

describe('what a service binds', () => {
  const carts = { read: () => 'as it is', clear: () => 'as it is' };
  type Seams = { carts: typeof carts };
  const logFlood: FaultBindings<'cart', Seams>['logFlood'] = {
    around: (active) => ({
      carts: ({ read }) => ({ read: () => (active() ? 'broken' : read()) }),
    }),
  };

  it('changes parts of a value while a fault is on', async () => {
    const { faults, file } = await watch(on('logFlood'));
    const bound = faults.bind<Seams>({ logFlood }).around('carts', carts);
    expect([bound.read(), bound.clear()]).toEqual(['broken', 'as it is']);
    await writeFile(file, off);
    await expect.poll(() => bound.read(), soon).toBe('as it is');
  });

  it('is put right at the start where nothing is on', async () => {
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

  it('is every fault of the service, each by its kind', () => {
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
