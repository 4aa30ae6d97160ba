import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { status } from './fixture/changes';
import { openShop, type Shop } from './fixture/shop';

const main = join(__dirname, '../src/main.ts');
const nodeOptions = ['-r', 'ts-node/register/transpile-only'];
const quick = ['--think-scale', '0', '--rate', '50', '--seed', '1'];

describe('the command', () => {
  let shop: Shop;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    shop = await openShop();
  });

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await shop.close();
  });

  const command = (...args: string[]) => {
    const child = spawn(process.execPath, [...nodeOptions, main, ...args]);
    children.push(child);
    return child;
  };

  const end = async (child: ChildProcess): Promise<unknown> => (await once(child, 'exit'))[0];

  it('prints a line a second and a summary, for as long as it was told', async () => {
    const child = command('--url', shop.url, ...quick, '--duration', '2500ms');
    const output = text(child.stdout);
    expect(await end(child)).toBe(0);
    const lines = (await output).trim().split('\n');
    // On a busy machine the last shoppers take a second longer, and so there is a line more.
    expect(lines.length).toBeGreaterThanOrEqual(4);
    for (const line of lines.slice(0, -1)) {
      expect(line).toMatch(/\d s {2}[\d.]+ journeys\/s {2}0\.0 % failed {2}p95 \d+ ms/);
    }
    expect(lines.at(-1)).toMatch(/^\d\d+ journeys succeeded, 0 failed, 0 dropped, 0 cut$/);
  });

  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])('ends cleanly on %s', async (signal) => {
    const child = command('--url', shop.url, ...quick, '--json', '--max-failures', '0');
    const ended = end(child);
    const [line] = await once(createInterface(child.stdout), 'line');
    expect(JSON.parse(line)).toMatchObject({ totals: { failed: 0 }, failures: [] });
    child.kill(signal);
    expect(await ended).toBe(0);
  });

  it.each([
    ['0.5', 1],
    ['1', 0],
  ])('with --max-failures %s and a broken shop exits %i', async (ratio, code) => {
    shop.alter('categories', status(500));
    const args = ['--duration', '1s', '--max-failures', ratio];
    expect(await end(command('--url', shop.url, ...quick, ...args))).toBe(code);
  });

  it('fails when no journey came to an end', async () => {
    shop.hold();
    const args = ['--duration', '1s', '--grace', '0', '--max-failures', '1'];
    expect(await end(command('--url', shop.url, ...quick, ...args))).toBe(1);
  });

  it('says what it misses', async () => {
    const child = command('--rate', '3');
    const errors = text(child.stderr);
    expect(await end(child)).toBe(2);
    expect(await errors).toBe("Required option '--url <origin>' not specified\n");
  });

  it('reports to the process that forked it at once, and ends when that one goes', async () => {
    const args = ['--url', shop.url, ...quick];
    const child = fork(main, args, { execArgv: nodeOptions, silent: true });
    children.push(child);
    const ended = end(child);
    const [snapshot] = await once(child, 'message');
    expect(snapshot).toMatchObject({
      totals: { failed: 0, dropped: 0 },
      journeysPerSecond: expect.any(Number),
      latency: { p95: expect.any(Number) },
    });
    const { elapsedSeconds } = snapshot;
    expect(elapsedSeconds).toBeLessThan(0.5);
    child.disconnect();
    expect(await ended).toBe(0);
  });
});
