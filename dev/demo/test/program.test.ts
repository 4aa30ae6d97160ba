import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { isPortFree } from '@faultline/stores';
import { afterEach, describe, expect, it } from 'vitest';
import { acquireLock } from '../src/guards/lock';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();
const programs: ChildProcess[] = [];

const startProgram = (directory: string) => {
  const program = spawn(
    process.execPath,
    [
      ...['--conditions=@faultline/source', '--require', 'ts-node/register/transpile-only'],
      ...['test/fixtures/demo-program.ts', directory],
    ],
    {
      env: { ...process.env, TS_NODE_COMPILER_OPTIONS: '{"rootDir":"/"}' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  programs.push(program);
  const printed = { text: '' };
  for (const stream of [program.stdout, program.stderr]) {
    stream.on('data', (chunk) => {
      printed.text += chunk;
    });
  }
  const ports = () =>
    [...printed.text.matchAll(/127\.0\.0\.1:(\d+)/g)].map(([, port]) => Number(port));
  const untilReady = () =>
    expect.poll(() => printed.text, { timeout: 20_000 }).toMatch(/outer\s+up\s+http/);
  return { program, printed, ports, untilReady };
};

afterEach(() => {
  for (const program of programs.splice(0)) program.kill('SIGKILL');
});

describe('the program', () => {
  it('reports its start, and stops gracefully with exit code 0 on SIGTERM', async () => {
    const directory = scratch('stopped');
    const { program, printed, ports, untilReady } = startProgram(directory);
    await untilReady();
    expect(printed.text).toMatch(/product-data up after \d+\.\d s/);
    expect(printed.text).toMatch(/Faultline runs, ready after \d+\.\d s; stop it with Ctrl-C/);
    expect(ports()).toHaveLength(5);
    program.kill('SIGTERM');
    expect(await once(program, 'exit')).toEqual([0, null]);
    expect(printed.text).toContain('Faultline is stopping');
    expect(await Promise.all(ports().map(isPortFree))).toEqual(ports().map(() => true));
    await expect(access(`${directory}/lock`)).rejects.toThrow('ENOENT');
  });

  it('leaves nothing behind when it is killed, and the next one takes over', async () => {
    const directory = scratch('killed');
    const { program, ports, untilReady } = startProgram(directory);
    await untilReady();
    program.kill('SIGKILL');
    await once(program, 'exit');
    await expect
      .poll(async () => (await Promise.all(ports().map(isPortFree))).every(Boolean), {
        timeout: 10_000,
      })
      .toBe(true);
    const lock = await acquireLock(`${directory}/lock`, 8080);
    expect(lock.takenOver).toBe(true);
    await lock.release();
  });

  it('refuses to run twice in one directory, in one line', async () => {
    const directory = scratch('twice');
    const first = startProgram(directory);
    await first.untilReady();
    const second = startProgram(directory);
    expect(await once(second.program, 'exit')).toEqual([1, null]);
    expect(second.printed.text).toMatch(
      new RegExp(`^Faultline already runs from this checkout \\(pid ${first.program.pid}, .*\\n$`),
    );
    first.program.kill('SIGTERM');
    await once(first.program, 'exit');
  });
});
