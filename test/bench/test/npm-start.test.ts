import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Cleanup } from '../src/cleanup';
import { familyOf, processTable } from '../src/processes/process-table';
import { cleanEnvironment } from '../src/program/clean-environment';
import { npmStart } from '../src/program/npm-start';

const demoProgram = join(__dirname, 'fixtures/demo-program.mjs');
let cwd: string;
let leftovers: Cleanup;

/** A checkout whose `npm start` is a program that pretends, in one of its ways. */
const start = (
  way: string,
  limitSeconds = 20,
  meanwhile = async (_npm: number): Promise<void> => undefined,
) => {
  writeFileSync(
    join(cwd, 'package.json'),
    JSON.stringify({ scripts: { start: `node ${demoProgram} ${way}` } }),
  );
  return npmStart({ leftovers, cwd, limitSeconds, meanwhile });
};

const runningChildren = async () =>
  (await processTable()).filter(({ parent }) => parent === process.pid).map(({ pid }) => pid);

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  leftovers = new Cleanup();
});

afterEach(async () => {
  await leftovers.clear();
  rmSync(cwd, { recursive: true });
});

describe('npm start, timed', () => {
  it('takes until the demo says that it runs, and ends by Ctrl-C', async () => {
    const before = await runningChildren();
    const { seconds, demoSeconds } = await start('run');
    expect(demoSeconds).toBe(0.4);
    expect(seconds).toBeGreaterThan(0.4);
    expect(await runningChildren()).toEqual(before);
  });

  it('runs while it is measured', async () => {
    let running: number[] = [];
    await start('run', 20, async (npm) => {
      running = familyOf(npm, await processTable()).map(({ pid }) => pid);
    });
    // npm, and the program that it runs.
    expect(running.length).toBeGreaterThanOrEqual(2);
  });

  it('fails with the last line of a demo that does not start', async () => {
    await expect(start('refuse')).rejects.toThrow(
      'npm start ended: Faultline already runs from this checkout',
    );
  });

  it('fails with the last line when the time is over', async () => {
    await expect(start('hang', 2)).rejects.toThrow('not ready after 2 s: Building');
  });

  it('fails when a service is not ready although the demo says so', async () => {
    await expect(start('lie')).rejects.toThrow('the demo says that it runs, but web-gateway');
  });
});

describe('the environment of a person', () => {
  it("has nothing that npm and Nx add for their scripts, but npm's settings", () => {
    expect(
      cleanEnvironment({
        PATH: '/home/ada/shop/node_modules/.bin:/usr/bin:/bin',
        HOME: '/home/ada',
        npm_config_registry: 'http://registry.test',
        npm_config_local_prefix: '/home/ada/shop',
        npm_lifecycle_event: 'bench',
        NX_DAEMON: 'false',
        NODE_ENV: 'test',
      }),
    ).toEqual({
      PATH: '/usr/bin:/bin',
      HOME: '/home/ada',
      npm_config_registry: 'http://registry.test',
    });
  });
});
