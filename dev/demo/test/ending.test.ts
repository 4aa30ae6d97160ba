import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort, isPortFree } from '@faultline/stores';
import { afterEach, describe, expect, it } from 'vitest';

let npm: ChildProcess | undefined;

/** Unlike `isPortFree`, it never takes the port that the program is about to listen on. */
const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
  });

/** What a script of `package.json` starts, once it listens. */
const startByNpm = async (script: string) => {
  const port = await freePort();
  npm = spawn('npm', ['run', script, '--', String(port)], {
    cwd: join(__dirname, 'fixtures/by-npm'),
    stdio: 'ignore',
  });
  await expect.poll(() => isListening(port), { timeout: 20_000 }).toBe(true);
  return { npm, port };
};

afterEach(() => void npm?.kill('SIGKILL'));

const endsWith = async (script: string, signal: NodeJS.Signals) => {
  const started = await startByNpm(script);
  started.npm.kill(signal);
  await once(started.npm, 'exit');
  await expect.poll(() => isPortFree(started.port), { timeout: 15_000 }).toBe(true);
};

describe('a program that npm has started', { timeout: 60_000 }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('ends by %s to npm', (signal) =>
    endsWith('in-place', signal),
  );

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'ends all that a step of it runs by %s to npm',
    (signal) => endsWith('as-a-step', signal),
  );

  it.skipIf(process.platform !== 'linux')(
    'notices that npm is gone behind a shell that is not',
    () => endsWith('behind-a-shell', 'SIGKILL'),
  );
});
