import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isPortFree } from '@faultline/stores';
import { expect, it, onTestFinished } from 'vitest';
import { askForRestart, restartWhatIsAsked } from '../src/faults/restarts';
import { PartLogs } from '../src/part-logs';
import { Fleet } from '../src/supervision/fleet';
import { fixturePart } from './fixture-part';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();

it('waits once for all parts that do not want to end, not for each, and starts none again', async () => {
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
  // All of them together are given 6 seconds; one after the other it would be 18.
  expect(Date.now() - since).toBeLessThan(18_000);
  expect(states).not.toContain('restarting');
  expect(await Promise.all(parts.flatMap(({ ports }) => ports).map(isPortFree))).toEqual([
    true,
    true,
    true,
  ]);
});

/** A fleet of one part that is up and restarted when it is asked for, until the test ends. */
const restartable = async (directory: string): Promise<Fleet> => {
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
  onTestFinished(() => {
    restarts.stop();
    return fleet.stop();
  });
  return fleet;
};

it('restarts a part when another process asks for it, and says when it is up again', async () => {
  const directory = scratch('asked');
  const fleet = await restartable(directory);
  const { pid } = fleet.status('shop');
  await askForRestart(directory, 'shop');
  expect(fleet.status('shop')).toMatchObject({ state: 'up', restarts: 0 });
  expect(fleet.status('shop').pid).not.toBe(pid);
});

it('restarts a part when it is asked for after a request that could not be removed', async () => {
  const directory = scratch('asked-again');
  const fleet = await restartable(directory);
  const request = join(directory, 'shop');
  await mkdir(request);
  // It stays asked for, so that it is restarted again and again.
  const pids = new Set<number>();
  const seen = () => pids.add(fleet.status('shop').pid ?? 0).size;
  await expect.poll(seen, { timeout: 20_000 }).toBeGreaterThan(4);
  await rmdir(request);
  await askForRestart(directory, 'shop');
  expect(fleet.status('shop')).toMatchObject({ state: 'up', restarts: 0 });
});
