import { Writable } from 'node:stream';
import { HealthReport } from '@faultline/contracts';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterEach, expect } from 'vitest';
import { defineService, type RunningService, type ServiceApp, startService } from '../src';

type LogLine = Record<string, unknown> & { level: string; msg: string };

export interface Fixture extends RunningService {
  lines: LogLine[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, body?: unknown): Promise<Response>;
  /** The status of the readiness probe. */
  ready(): Promise<number>;
  /** What `/health/status` says: its status, and the state of each thing by name. */
  health(): Promise<{ status: number; states: Record<string, string> }>;
  /** The text of `/metrics`, without the labels that every series has. */
  metrics(): Promise<string>;
  /** The value of one series of `/metrics`, named as it is there; undefined when it is not. */
  sample(series: string): Promise<number | undefined>;
  /** The log lines of one operation. */
  logged(msg: string): LogLine[];
}

/** An assertion on what `read` answers some time soon, on a machine that may be busy. */
export const eventually = <T>(read: () => T) =>
  expect.poll(() => read(), { timeout: 15_000, interval: 20 });

const identity = 'service_name="[^"]*",service_namespace="[^"]*"';
/** Labels of every series, whichever stand before and after them. */
const ofEverySeries = new RegExp(`\\{${identity}\\}|,${identity}|${identity},?`, 'g');

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
  const metrics = async () =>
    (await (await fetch(`${service.adminUrl}/metrics`)).text()).replaceAll(ofEverySeries, '');
  return {
    ...service,
    lines,
    get: (path, headers = {}) => fetch(`${service.url}${path}`, { headers }),
    send: (method, path, body) =>
      fetch(`${service.url}${path}`, {
        method,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      }),
    ready: async () => (await fetch(`${service.adminUrl}/-/ready`)).status,
    health: async () => {
      const response = await fetch(`${service.url}/health/status`);
      const report = Parse(HealthReport, await response.json());
      return {
        status: response.status,
        states: Object.fromEntries(report.map(({ Name, Status }) => [Name, Status])),
      };
    },
    metrics,
    sample: async (series) => {
      const line = (await metrics()).split('\n').find((each) => each.startsWith(`${series} `));
      return line === undefined ? undefined : Number(line.slice(series.length).split(' ')[1]);
    },
    logged: (msg) => lines.filter((line) => line.msg === msg),
  };
};
