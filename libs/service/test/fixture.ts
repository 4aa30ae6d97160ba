import { Writable } from 'node:stream';
import { Type } from 'typebox';
import { afterEach } from 'vitest';
import { defineService, type RunningService, type ServiceApp, startService } from '../src';

type LogLine = Record<string, unknown> & { level: string; msg: string };

export interface Fixture extends RunningService {
  lines: LogLine[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
}

const running: RunningService[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
});

const collect = (lines: LogLine[]): Writable =>
  new Writable({
    write: (chunk, _encoding, done) => {
      for (const line of String(chunk).trim().split('\n')) lines.push(JSON.parse(line));
      done();
    },
  });

/** Starts a service of the kit for one test, on free ports of loopback; it stops by itself. */
export const startFixture = async (
  build: (app: ServiceApp) => Promise<void>,
  environment: Record<string, string> = {},
): Promise<Fixture> => {
  const lines: LogLine[] = [];
  const definition = defineService({ name: 'cart', config: Type.Object({}), build });
  const service = await startService(
    definition,
    { HOST: '127.0.0.1', PORT: '0', ADMIN_PORT: '0', DRAIN_MS: '0', ...environment },
    collect(lines),
  );
  running.push(service);
  return {
    ...service,
    lines,
    get: (path, headers = {}) => fetch(`${service.url}${path}`, { headers }),
  };
};
