import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Demo } from '@faultline/demo';
import { freePort, startProcess } from '@faultline/stores';
import { localEnvironment, type ServiceName } from '@faultline/topology';
import { BenchError } from '../bench';
import type { Cleanup } from '../cleanup';
import { benchRoot, workspaceRoot } from '../workspace';
import type { Hop } from './hop';

/** A server process of its own, beside those of a demo, whose stores and services it uses. */
export interface MeasuredServer {
  pid: number;
  /** Its address, without a slash at the end. */
  url: string;
}

export interface Program {
  title: string;
  cwd: string;
  /** Arguments of node. */
  arguments: readonly string[];
  environment: Readonly<Record<string, string>>;
  port: number;
  /** Answers anything when the server can be used. */
  readyUrl: string;
}

const readyMs = 20_000;
const stopMs = 5_000;

/** Starts a service as production does. With `exportTo` it sends its spans there. */
export const startService = async (
  leftovers: Cleanup,
  demo: Demo,
  hop: Hop,
  exportTo?: string,
): Promise<MeasuredServer> => {
  const [port, adminPort] = [await freePort(), await freePort()];
  return startServer(leftovers, {
    title: hop.service,
    cwd: join(workspaceRoot, 'apps', hop.service),
    arguments: ['dist/main.js'],
    environment: {
      ...surroundings(demo, hop.service, port),
      ADMIN_PORT: String(adminPort),
      OTEL_SERVICE_NAME: hop.service,
      ...hop.environment,
      ...(exportTo && { OTEL_EXPORTER_OTLP_ENDPOINT: exportTo }),
    },
    port,
    readyUrl: `http://127.0.0.1:${adminPort}/-/ready`,
  });
};

/** Starts the bare counterpart of a hop's service. */
export const startBare = async (
  leftovers: Cleanup,
  demo: Demo,
  hop: Hop,
): Promise<MeasuredServer> => {
  const port = await freePort();
  return startServer(leftovers, {
    title: `the bare ${hop.service}`,
    cwd: benchRoot,
    arguments: ['dist/bare/main.js', hop.service],
    environment: surroundings(demo, hop.service, port),
    port,
    readyUrl: `http://127.0.0.1:${port}/`,
  });
};

/** Starts the bare counterpart with signals around it: `traces` with the preload, and maybe export. */
export const startWithSignals = async (
  leftovers: Cleanup,
  demo: Demo,
  hop: Hop,
  signals: readonly string[],
  exportTo?: string,
): Promise<MeasuredServer> => {
  const port = await freePort();
  const preload = signals.includes('traces') ? ['--require', '@faultline/telemetry/register'] : [];
  return startServer(leftovers, {
    title: `${hop.service} with ${signals.join(', ')}`,
    cwd: benchRoot,
    arguments: [...preload, 'dist/signals/main.js', hop.service, ...signals],
    environment: {
      ...surroundings(demo, hop.service, port),
      OTEL_SERVICE_NAME: hop.service,
      ...(exportTo && { OTEL_EXPORTER_OTLP_ENDPOINT: exportTo }),
    },
    port,
    readyUrl: `http://127.0.0.1:${port}/`,
  });
};

/** Nothing is inherited but the way to programs: both sides see the same, and no NODE_ENV. */
const surroundings = (demo: Demo, service: ServiceName, port: number): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  ...localEnvironment(service, demo.portBase),
  PORT: String(port),
});

/** Starts a program, and waits until it is ready. */
export const startServer = async (
  leftovers: Cleanup,
  { title, cwd, arguments: parameters, environment, port, readyUrl }: Program,
): Promise<MeasuredServer> => {
  let words = '';
  const server = await startProcess({
    command: '/bin/sh',
    // Log lines go where they cost the least; the shell becomes the server.
    arguments: ['-c', 'exec "$@" >/dev/null', 'sh', process.execPath, ...parameters],
    cwd,
    environment,
    orphanSignal: 'SIGTERM',
    log: (chunk) => {
      words = (words + chunk).slice(-2_000);
    },
  });
  leftovers.add(() => server.stop('SIGTERM', stopMs));
  const deadline = Date.now() + readyMs;
  while (!(await isReady(readyUrl))) {
    if (!server.running) throw new BenchError(`${title} ended: ${words.trim()}`);
    if (Date.now() > deadline) throw new BenchError(`${title} is not ready: ${words.trim()}`);
    await delay(50);
  }
  return { pid: server.pid, url: `http://127.0.0.1:${port}` };
};

/** A service says 503 until its stores are there; a bare server has nothing at that address. */
const isReady = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.status !== 503,
    () => false,
  );
