import { existsSync, symlinkSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { isPortFree } from '@faultline/stores';
import { afterEach, describe, expect, it } from 'vitest';
import { ComponentLogs } from '../src/component-logs';
import type { Component } from '../src/supervision/component';
import { Supervisor } from '../src/supervision/supervisor';
import { fixtureComponent } from './fixture-component';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();
const started: Supervisor[] = [];

const supervise = async (component: Component, directory: string) => {
  await mkdir(directory, { recursive: true });
  const notices: string[] = [];
  const states: string[] = [];
  const logs = new ComponentLogs(directory, (line) => void notices.push(line));
  const supervisor: Supervisor = new Supervisor(component, logs.contextFor(component.name), () => {
    states.push(supervisor.status.state);
  });
  started.push(supervisor);
  return { supervisor, notices, states, logs };
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((supervisor) => supervisor.stop(1_000)));
});

describe('a supervised component', () => {
  it('comes up, writes its log, and ends when it is told to', async () => {
    const component = await fixtureComponent('shop');
    const { supervisor, states, logs } = await supervise(component, scratch('simple'));
    await supervisor.start();
    expect(supervisor.status).toMatchObject({ state: 'up', restarts: 0 });
    await supervisor.stop(5_000);
    expect(states).toEqual(['starting', 'up', 'stopping', 'stopped']);
    expect(await readFile(logs.file('shop'), 'utf8')).toBe('started\n');
    expect(await isPortFree(component.ports[0] ?? 0)).toBe(true);
  });

  it('is started again when it is killed, each time a little later', async () => {
    const { supervisor } = await supervise(await fixtureComponent('shop'), scratch('killed'));
    await supervisor.start();
    const waits: number[] = [];
    for (const restarts of [1, 2, 3]) {
      const killedAt = Date.now();
      supervisor.kill('SIGKILL');
      await expect
        .poll(() => supervisor.status, { timeout: 10_000 })
        .toMatchObject({ state: 'up', restarts, reason: 'ended by SIGKILL' });
      waits.push(Date.now() - killedAt);
    }
    // 500, 1000 and 2000 ms, and the time that a start takes.
    expect(waits.map((wait, index) => wait >= 500 * 2 ** index)).toEqual([true, true, true]);
  });

  it('stays away while it is held, and comes back when it is let go', async () => {
    const component = await fixtureComponent('shop');
    const { supervisor } = await supervise(component, scratch('held'));
    await supervisor.start();
    await supervisor.hold(5_000);
    await expect
      .poll(() => supervisor.status, { timeout: 10_000 })
      .toMatchObject({
        state: 'stopped',
        restarts: 0,
        pid: undefined,
      });
    expect(await isPortFree(component.ports[0] ?? 0)).toBe(true);
    supervisor.release();
    await expect.poll(() => supervisor.status.state, { timeout: 10_000 }).toBe('up');
    await supervisor.hold(5_000);
    await supervisor.stop(5_000);
    expect(supervisor.status.state).toBe('stopped');
  });

  it('is not started while it is held, when it was about to be started again', async () => {
    const component = await fixtureComponent('shop');
    const { supervisor, states } = await supervise(component, scratch('held-in-back-off'));
    await supervisor.start();
    supervisor.kill('SIGKILL');
    await expect.poll(() => supervisor.status.state).toBe('restarting');
    await supervisor.hold(5_000);
    await expect.poll(() => supervisor.status.state, { timeout: 10_000 }).toBe('stopped');
    expect(states).toEqual(['starting', 'up', 'restarting', 'stopped']);
    supervisor.release();
    await expect.poll(() => supervisor.status.state, { timeout: 10_000 }).toBe('up');
  });

  it('ends when it is held while it starts, and comes up when it is let go', async () => {
    const component = await fixtureComponent('shop');
    const { supervisor, states } = await supervise(component, scratch('held-in-start'));
    const up = supervisor.start();
    await supervisor.hold(5_000);
    await expect.poll(() => supervisor.status.state, { timeout: 10_000 }).toBe('stopped');
    expect(states).toEqual(['starting', 'stopped']);
    expect(await isPortFree(component.ports[0] ?? 0)).toBe(true);
    supervisor.release();
    await up;
    expect(supervisor.status).toMatchObject({ state: 'up', restarts: 0 });
  });

  it('is not ready while it hangs, and up when it goes on', async () => {
    const { supervisor } = await supervise(await fixtureComponent('shop'), scratch('hung'));
    await supervisor.start();
    supervisor.kill('SIGSTOP');
    await expect.poll(() => supervisor.status.state, { timeout: 10_000 }).toBe('not ready');
    supervisor.kill('SIGCONT');
    await expect.poll(() => supervisor.status.state, { timeout: 10_000 }).toBe('up');
    expect(supervisor.status.restarts).toBe(0);
  });

  it('is given up when it ends three times before it was ever up', async () => {
    const component = await fixtureComponent('shop', { traits: ['ends'] });
    const { supervisor, logs } = await supervise(component, scratch('ends'));
    await expect(supervisor.start()).rejects.toThrow('shop did not start: ended with exit code 1');
    expect(supervisor.status).toMatchObject({ state: 'stopped', restarts: 2 });
    expect(logs.lastLine('shop')).toBe('PORT is not set');
  });

  it('is killed when it does not end in time', async () => {
    const component = await fixtureComponent('shop', { traits: ['stubborn'] });
    const { supervisor } = await supervise(component, scratch('stubborn'));
    await supervisor.start();
    await supervisor.stop(300);
    expect(await isPortFree(component.ports[0] ?? 0)).toBe(true);
  });

  it('that is stopped while it starts leaves nothing behind', async () => {
    const component = await fixtureComponent('shop');
    const { supervisor } = await supervise(component, scratch('early'));
    const start = supervisor.start();
    await Promise.all([
      expect(start).rejects.toThrow('shop did not start: it was stopped'),
      supervisor.stop(5_000),
    ]);
    expect(supervisor.status).toMatchObject({ state: 'stopped', pid: undefined });
    expect(await isPortFree(component.ports[0] ?? 0)).toBe(true);
  });
});

describe('a full disk', () => {
  it('is told once, and the component runs on', async (context) => {
    if (!existsSync('/dev/full')) return context.skip('this system has no /dev/full');
    const directory = scratch('full');
    await mkdir(directory);
    symlinkSync('/dev/full', `${directory}/shop.log`);
    const component = await fixtureComponent('shop', { traits: ['wordy'] });
    const { supervisor, notices, logs } = await supervise(component, directory);
    await supervisor.start();
    await expect.poll(() => logs.lastLine('shop')).toMatch(/^x+$/);
    expect(supervisor.status).toMatchObject({ state: 'up', restarts: 0 });
    expect(notices).toEqual([
      `The disk that holds ${directory} is full: free some room, and the demo goes on`,
    ]);
  });

  it('is told when a component says so', async () => {
    const directory = scratch('told');
    const component = await fixtureComponent('shop', { traits: ['disk-full'] });
    const { supervisor, notices } = await supervise(component, directory);
    await supervisor.start();
    await expect.poll(() => notices).toHaveLength(1);
    expect(notices[0]).toContain('is full');
  });
});
