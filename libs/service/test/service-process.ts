import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { freePort } from '@faultline/stores';
import { expect, onTestFinished } from 'vitest';

interface Ended {
  code: number | null;
  output: string;
  errors: string;
}

export interface ServiceProcess {
  url: string;
  adminUrl: string;
  child: ChildProcess;
  /** Settles when the process has ended, with all that it wrote. */
  ended: Promise<Ended>;
}

/** Runs a service of `fixtures/` as a process of its own, for one test. */
export const spawnService = async (
  environment: NodeJS.ProcessEnv = {},
  name = 'stopping-service',
  preloads: string[] = [],
  words: string[] = [],
): Promise<ServiceProcess> => {
  const [port, adminPort] = [await freePort(), await freePort()];
  const child = spawn(
    process.execPath,
    [
      '--conditions=@faultline/source',
      ...['ts-node/register/transpile-only', ...preloads].flatMap((module) => ['-r', module]),
      join(__dirname, 'fixtures', `${name}.ts`),
      ...words,
    ],
    {
      env: {
        HOST: '127.0.0.1',
        PORT: String(port),
        ADMIN_PORT: String(adminPort),
        CART_URL: 'http://127.0.0.1',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]).then(
    ([[code], output, errors]) => ({ code, output, errors }),
  );
  return {
    url: `http://127.0.0.1:${port}`,
    adminUrl: `http://127.0.0.1:${adminPort}`,
    child,
    ended,
  };
};

/** The status of an answer; 0 when there is none. */
export const statusOf = (url: string): Promise<number> =>
  fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 0,
  );

/** As `spawnService`, and waits until the service is ready. */
export const startServiceProcess: typeof spawnService = async (...options) => {
  const service = await spawnService(...options);
  await expect
    .poll(() => statusOf(`${service.adminUrl}/-/ready`), { timeout: 60_000, interval: 100 })
    .toBe(200);
  return service;
};
