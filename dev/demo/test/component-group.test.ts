import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { askForRestart } from '@faultline/faults';
import { isPortFree } from '@faultline/stores';
import { expect, it, onTestFinished } from 'vitest';
import { ComponentLogs } from '../src/component-logs';
import { restartWhatIsAsked } from '../src/faults/restarts';
import { ComponentGroup } from '../src/supervision/component-group';
import { fixtureComponent } from './fixture-component';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();

it('waits once for all components that do not want to end, not for each, and starts none again', async () => {
  const directory = scratch('logs');
  await mkdir(directory);
  const logs = new ComponentLogs(directory, () => undefined);
  const traits: ['stubborn'] = ['stubborn'];
  const components = [
    await fixtureComponent('innermost', { traits }),
    await fixtureComponent('inner', { traits, uses: ['innermost'] }),
    await fixtureComponent('outer', { traits, uses: ['inner'] }),
  ];
  const states: string[] = [];
  const group: ComponentGroup = new ComponentGroup(
    components,
    ({ name }) => logs.contextFor(name),
    (name) => states.push(group.status(name).state),
  );
  await group.start();
  const since = Date.now();
  await group.stop();
  // All of them together are given 6 seconds; one after the other it would be 18.
  expect(Date.now() - since).toBeLessThan(18_000);
  expect(states).not.toContain('restarting');
  expect(await Promise.all(components.flatMap(({ ports }) => ports).map(isPortFree))).toEqual([
    true,
    true,
    true,
  ]);
});

/** A fleet of one component that is up and restarted when it is asked for, until the test ends. */
const restartable = async (directory: string): Promise<ComponentGroup> => {
  await mkdir(directory);
  const logs = new ComponentLogs(directory, () => undefined);
  const component = await fixtureComponent('shop');
  const group = new ComponentGroup(
    [component],
    ({ name }) => logs.contextFor(name),
    () => undefined,
  );
  await group.start();
  const restarts = restartWhatIsAsked(directory, group);
  onTestFinished(() => {
    restarts.stop();
    return group.stop();
  });
  return group;
};

it('restarts a component when another process asks for it, and says when it is up again', async () => {
  const directory = scratch('asked');
  const group = await restartable(directory);
  const { pid } = group.status('shop');
  await askForRestart(directory, 'shop');
  expect(group.status('shop')).toMatchObject({ state: 'up', restarts: 0 });
  expect(group.status('shop').pid).not.toBe(pid);
});

it('restarts a component when it is asked for after a request that could not be removed', async () => {
  const directory = scratch('asked-again');
  const group = await restartable(directory);
  const request = join(directory, 'shop');
  await mkdir(request);
  // It stays asked for, so that it is restarted again and again.
  const pids = new Set<number>();
  const seen = () => pids.add(group.status('shop').pid ?? 0).size;
  await expect.poll(seen, { timeout: 20_000 }).toBeGreaterThan(4);
  await rmdir(request);
  await askForRestart(directory, 'shop');
  expect(group.status('shop')).toMatchObject({ state: 'up', restarts: 0 });
});
