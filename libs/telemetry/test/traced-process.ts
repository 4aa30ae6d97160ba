import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';

type LogLine = Record<string, unknown> & { msg: string };

export interface TracedProcess {
  url: string;
  /** The response, with its body in memory: one that is left unread may end this process with the other. */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** Ends the process in order; answers with its log. */
  stop(): Promise<LogLine[]>;
}

const running: ChildProcess[] = [];

afterAll(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

const source = (path: string): string => join(__dirname, path);

/** Runs `fixtures/traced-service.ts` with the preload, as a process of its own. */
export const startTraced = async (
  name: string,
  environment: NodeJS.ProcessEnv,
): Promise<TracedProcess> => {
  const child = spawn(
    process.execPath,
    [
      ...['--require', 'ts-node/register/transpile-only'],
      ...['--require', source('../src/register.ts'), source('fixtures/traced-service.ts')],
    ],
    {
      env: { OTEL_SERVICE_NAME: name, SERVICE_VERSION: '1.0.0', ...environment },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  if (!child.stdout) throw new Error('the process has no standard output');
  running.push(child);
  const output = text(child.stdout);
  const [url] = await once(child, 'message');
  return {
    url: String(url),
    send: async (path, init) => {
      const response = await fetch(`${url}${path}`, init);
      await response.clone().arrayBuffer();
      return response;
    },
    stop: async () => {
      child.kill('SIGTERM');
      const lines = (await output).split('\n').filter(Boolean);
      return lines.map((line): LogLine => JSON.parse(line));
    },
  };
};
