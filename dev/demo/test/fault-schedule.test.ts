import { readFile } from 'node:fs/promises';
import { faultKeys, readFaults } from '@faultline/faults';
import { describe, expect, it } from 'vitest';
import { plannedFaults, runSchedule, type ScheduledEvent } from '../src/faults/schedule';
import { switchesOf } from '../src/faults/switches';
import { runningDemo } from './running-demo';

const plan = { seed: 7, every: 60_000, duration: 20_000, faults: faultKeys, count: 36 };

describe('a schedule of faults', () => {
  it('is the same for the same seed, and another for another one', () => {
    const planned = [...plannedFaults(plan)];
    expect([...plannedFaults(plan)]).toEqual(planned);
    expect([...plannedFaults({ ...plan, seed: 8 })]).not.toEqual(planned);
  });

  it('has each fault once per round', () => {
    const keys = [...plannedFaults(plan)].map(({ key }) => key);
    expect(keys.slice(0, 18).toSorted()).toEqual(faultKeys.toSorted());
    expect(keys.slice(18).toSorted()).toEqual(faultKeys.toSorted());
    expect(keys.slice(18)).not.toEqual(keys.slice(0, 18));
  });

  it('has one fault in each period, which ends within it', () => {
    for (const [index, { begin }] of [...plannedFaults(plan)].entries()) {
      expect(begin).toBeGreaterThanOrEqual(index * plan.every);
      expect(begin + plan.duration).toBeLessThanOrEqual((index + 1) * plan.every);
    }
  });

  it('goes on without end unless it has a count', () => {
    const planned = plannedFaults({ ...plan, count: undefined });
    for (let index = 0; index < 100; index++) expect(planned.next().done).toBe(false);
  });
});

/** Runs a schedule over a demo's switches, and what it told. */
const start = async (changes: Partial<typeof plan> = {}) => {
  const { layout } = await runningDemo();
  const switches = switchesOf(layout);
  const stopping = new AbortController();
  const told: [ScheduledEvent, string][] = [];
  const begun = Promise.withResolvers<void>();
  const on = async () => readFaults(await readFile(layout.faults, 'utf8')).map(({ key }) => key);
  const done = (before = Promise.resolve<unknown>(undefined)) =>
    before.then(() =>
      runSchedule(
        switches,
        {
          ...plan,
          every: 20,
          duration: 10,
          count: 3,
          faults: ['payment', 'searchSql'],
          ...changes,
        },
        stopping.signal,
        (event, key) => {
          told.push([event, key]);
          begun.resolve();
        },
      ),
    );
  return { switches, stopping, told, begun: begun.promise, on, done };
};

describe('a running schedule', () => {
  it('switches its faults on and off', async () => {
    const { told, on, done } = await start();
    await done();
    expect(told.map(([event]) => event)).toEqual(['on', 'off', 'on', 'off', 'on', 'off']);
    expect(new Set(told.map(([, key]) => key))).toEqual(new Set(['payment', 'searchSql']));
    expect(await on()).toEqual([]);
  });

  it('ends the fault that is on when it is stopped', async () => {
    const { stopping, told, begun, on, done } = await start({ every: 60_001, duration: 60_000 });
    const ended = done();
    await begun;
    expect(await on()).toHaveLength(1);
    stopping.abort();
    await ended;
    expect(told.map(([event]) => event)).toEqual(['on', 'off']);
    expect(await on()).toEqual([]);
  });

  it('leaves a fault alone that somebody else has switched on', async () => {
    const { switches, told, on, done } = await start({ faults: ['payment'], count: 1 });
    await done(switches.on('payment', { rate: 10 }));
    expect(told.map(([event]) => event)).toEqual(['skipped']);
    expect(await on()).toEqual(['payment']);
  });
});
