import { Writable } from 'node:stream';
import {
  type Client,
  clientOf,
  HealthReport,
  healthPath,
  type RouteTable,
} from '@faultline/contracts';
import { callerOf } from '@faultline/contracts/testing';
import pRetry from 'p-retry';
import type { TProperties } from 'typebox';
import { Parse } from 'typebox/value';
import type { ServiceDefinition } from '../define-service';
import { type RunningService, startService } from '../start-service';
import { fetchWhole, statusOf } from './fetch-whole';

export type LogLine = Record<string, unknown> & { level: string; msg: string };
type Headers = Readonly<Record<string, string>>;

/** A service that runs in the process of a test. */
export interface ServiceForTest extends RunningService {
  get(path: string, headers?: Headers): Promise<Response>;
  /** A body is sent as JSON. */
  send(method: string, path: string, body?: unknown, headers?: Headers): Promise<Response>;
  /** Its routes as functions, which reject unless the response is successful by the contract. */
  client<Table extends RouteTable>(routes: Table): Client<Table>;
  /** The status of the readiness probe. */
  ready(): Promise<number>;
  /** The report of `/health/status`: its status, and the state of each dependency by name. */
  health(): Promise<{ status: number; states: Record<string, string> }>;
  /** The text of `/metrics`, without the labels that every series has. */
  metrics(): Promise<string>;
  /** The value of the series of `/metrics` with this name and labels; undefined if there is none. */
  sample(series: string): Promise<number | undefined>;
  /** Its log output so far. */
  log(): string;
  lines: readonly LogLine[];
  /** The log lines of one operation. */
  logged(msg: string): LogLine[];
}

export interface StartOptions {
  /** Whether to wait until it and its dependencies are healthy. */
  wait?: boolean;
}

/** Starts a service in this process, on free ports of loopback. */
export const startForTest = async <Own extends TProperties>(
  definition: ServiceDefinition<Own>,
  environment: NodeJS.ProcessEnv = {},
  { wait = true }: StartOptions = {},
): Promise<ServiceForTest> => {
  const written: string[] = [];
  const lines: LogLine[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      for (const line of String(chunk).trim().split('\n')) lines.push(JSON.parse(line));
      done();
    },
  });
  const free = { HOST: '127.0.0.1', PORT: '0', ADMIN_PORT: '0', DRAIN_MS: '0' };
  const service = await startService(definition, { ...free, ...environment }, destination);
  if (wait)
    await untilWell(service).catch(async (error: unknown) => {
      await service.stop();
      throw error;
    });
  const { url, adminUrl } = service;
  const send: ServiceForTest['send'] = (method, path, body, headers) =>
    fetchWhole(url + path, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const ofEverySeries = identityOf(definition.name);
  const metrics = async () =>
    (await (await fetch(`${adminUrl}/metrics`)).text()).replaceAll(ofEverySeries, '');
  return {
    ...service,
    get: (path, headers) => send('GET', path, undefined, headers),
    send,
    client: (routes) => clientOf(routes, callerOf(url)),
    ready: () => statusOf(`${adminUrl}/-/ready`),
    health: async () => {
      const response = await fetch(url + healthPath);
      const report = Parse(HealthReport, await response.json());
      const states = Object.fromEntries(report.map(({ Name, Status }) => [Name, Status]));
      return { status: response.status, states };
    },
    metrics,
    sample: async (series) => {
      const line = (await metrics()).split('\n').find((each) => each.startsWith(`${series} `));
      return line === undefined ? undefined : Number(line.slice(series.length).split(' ')[1]);
    },
    log: () => written.join(''),
    lines,
    logged: (msg) => lines.filter((line) => line.msg === msg),
  };
};

const untilWell = ({ url, adminUrl }: RunningService): Promise<void> =>
  pRetry(
    async () => {
      for (const probe of [`${adminUrl}/-/ready`, url + healthPath])
        if ((await statusOf(probe)) !== 200) throw new Error(`${probe} is not well`);
    },
    { retries: Number.POSITIVE_INFINITY, minTimeout: 50, factor: 1, maxRetryTime: 20_000 },
  );

/** Matches the labels that every series has, in any position. */
const identityOf = (name: string): RegExp => {
  const identity = `service_name="${name}",service_namespace="[a-z-]*"`;
  return new RegExp(`\\{${identity}\\}|,${identity}|${identity},?`, 'g');
};
