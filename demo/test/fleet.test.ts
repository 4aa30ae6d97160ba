import { mkdir } from 'node:fs/promises';
import { isPortFree } from '@faultline/stores';
import { expect, it } from 'vitest';
import { askForRestart, restartWhatIsAsked } from '../src/faults/restarts';
import { PartLogs } from '../src/part-logs';
import { Fleet } from '../src/supervision/fleet';
import { fixturePart } from './fixture-part';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();

it('stops within 10 seconds though no part wants to end, and starts none again', async () => {
  const directory = scratch('logs');
  await mkdir(directory);
  const logs = new PartLogs(directory, () => undefined);
  const traits: ['stubborn'] = ['stubborn'];
  const parts = [
    await fixturePart('innermost', { traits }),
    await fixturePart('inner', { traits, uses: ['innermost'] }),
    await fixturePart('outer', { traits, uses: ['inner'] }),
  ];
  const states: string[] = [];
  const fleet: Fleet = new Fleet(
    parts,
    ({ name }) => logs.contextFor(name),
    (name) => states.push(fleet.status(name).state),
  );
  await fleet.start();
  const since = Date.now();
  await fleet.stop();
  expect(Date.now() - since).toBeLessThan(10_000);
  expect(states).not.toContain('restarting');
  expect(await Promise.all(parts.flatMap(({ ports }) => ports).map(isPortFree))).toEqual([
    true,
    true,
    true,
  ]);
});

it('restarts a part when another process asks for it, and says when it is up again', async () => {
  const directory = scratch('asked');
  await mkdir(directory);
  const logs = new PartLogs(directory, () => undefined);
  const part = await fixturePart('shop');
  const fleet = new Fleet(
    [part],
    ({ name }) => logs.contextFor(name),
    () => undefined,
  );
  await fleet.start();
  const restarts = restartWhatIsAsked(directory, fleet);
  try {
    const { pid } = fleet.status('shop');
    await askForRestart(directory, 'shop');
    expect(fleet.status('shop')).toMatchObject({ state: 'up', restarts: 0 });
    expect(fleet.status('shop').pid).not.toBe(pid);
  } finally {
    restarts.stop();
    await fleet.stop();
  }
});
