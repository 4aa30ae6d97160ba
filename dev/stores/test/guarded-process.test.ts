import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { isPortFree, processIdentity, startProcess } from '../src';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();

/** What the parent of the fixture prints of its stores. */
const Stores = Type.Array(Type.Object({ pid: Type.Integer(), port: Type.Integer() }));

const program = (source: string) => ({
  command: process.execPath,
  arguments: ['-e', source],
  cwd: '/',
  environment: process.env,
  orphanSignal: 'SIGTERM' as const,
});

describe('a guarded process', () => {
  it('has the pid of its program, and reports its output and its exit', async () => {
    const chunks: Buffer[] = [];
    const child = await startProcess({
      ...program('process.stdout.write(String(process.pid)); process.exitCode = 3'),
      log: (chunk) => void chunks.push(chunk),
    });
    expect(await child.exited).toEqual({ code: 3, signal: null });
    expect(child.running).toBe(false);
    expect(Buffer.concat(chunks).toString()).toBe(String(child.pid));
  });

  it('can send messages to its parent', async () => {
    const received = Promise.withResolvers<unknown>();
    const child = await startProcess({
      ...program('process.send({ journeys: 7 }); setInterval(() => {}, 1000)'),
      onMessage: received.resolve,
    });
    expect(await received.promise).toEqual({ journeys: 7 });
    expect(await child.stop('SIGTERM', 5_000)).toEqual({ code: null, signal: 'SIGTERM' });
  });

  it('is killed when it does not end in time', async () => {
    const chunks: Buffer[] = [];
    const child = await startProcess({
      ...program(
        "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('ready')",
      ),
      log: (chunk) => void chunks.push(chunk),
    });
    await expect.poll(() => Buffer.concat(chunks).toString()).toBe('ready\n');
    expect(await child.stop('SIGTERM', 200)).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('ends with a signal when its parent is killed, and leaves no process behind', async () => {
    const farewell = scratch.path('farewell');
    const parent = spawn(
      process.execPath,
      [
        ...['--conditions=@faultline/source', '-r', 'ts-node/register/transpile-only'],
        ...['test/fixtures/parent.ts', farewell],
      ],
      {
        // ts-node asks for it where a tsconfig.json does not say it.
        env: { ...process.env, TS_NODE_COMPILER_OPTIONS: '{"rootDir":"/"}' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [line] = await once(parent.stdout, 'data');
    const stores = Parse(Stores, JSON.parse(String(line)));
    expect(stores).toHaveLength(2);
    parent.kill('SIGKILL');
    await expect
      .poll(
        async () => ({
          alive: await Promise.all(stores.map(({ pid }) => processIdentity(pid))),
          free: await Promise.all(stores.map(({ port }) => isPortFree(port))),
          directories: await scratch.entries(),
        }),
        { timeout: 10_000 },
      )
      .toEqual({ alive: [undefined, undefined], free: [true, true], directories: [] });
    expect(await readFile(farewell, 'utf8')).toBe('asked');
  });
});
