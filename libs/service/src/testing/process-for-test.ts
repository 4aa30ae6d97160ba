import { freePort, startProcess } from '@faultline/stores';
import pRetry, { AbortError } from 'p-retry';
import { statusOf } from './fetch-whole';

export interface ProcessOptions {
  /** Arguments of Node.js: its own, the program, and the program's arguments. */
  arguments: readonly string[];
  cwd?: string;
  environment?: NodeJS.ProcessEnv;
}

interface Ended {
  code: number | null;
  output: string;
  errors: string;
}

/** A service in a process of its own, which ends with this process at the latest. */
export interface ProcessForTest {
  url: string;
  adminUrl: string;
  /** What it has written to stdout so far. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the whole output when the process has ended. */
  ended: Promise<Ended>;
  /** Waits until the service is ready; throws an error with its output if it ends before. */
  untilReady(): Promise<void>;
  /** Stops it gracefully, or by force after 10 s. */
  stop(): Promise<void>;
}

/** Starts a service on free ports of loopback. It inherits no variable. */
export const startProcessForTest = async (options: ProcessOptions): Promise<ProcessForTest> => {
  const [port, adminPort] = [await freePort(), await freePort()];
  const adminUrl = `http://127.0.0.1:${adminPort}`;
  const written = { stdout: '', stderr: '' };
  const started = await startProcess({
    command: process.execPath,
    arguments: options.arguments,
    cwd: options.cwd ?? process.cwd(),
    environment: {
      HOST: '127.0.0.1',
      PORT: String(port),
      ADMIN_PORT: String(adminPort),
      ...options.environment,
    },
    orphanSignal: 'SIGTERM',
    log: (chunk, stream) => {
      written[stream] += chunk.toString();
    },
  });
  const look = async () => {
    if (!started.running) throw new AbortError(`it ended: ${written.stdout}${written.stderr}`);
    if ((await statusOf(`${adminUrl}/-/ready`)) !== 200) throw new Error('it is not ready');
  };
  return {
    url: `http://127.0.0.1:${port}`,
    adminUrl,
    output: () => written.stdout,
    kill: (signal) => started.kill(signal),
    ended: started.exited.then(({ code }) => ({
      code,
      output: written.stdout,
      errors: written.stderr,
    })),
    untilReady: () =>
      pRetry(look, {
        retries: Number.POSITIVE_INFINITY,
        minTimeout: 100,
        factor: 1,
        maxRetryTime: 60_000,
      }),
    stop: async () => void (await started.stop('SIGTERM', 10_000)),
  };
};
