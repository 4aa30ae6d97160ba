import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { readMetrics } from '@faultline/evidence';
import { listenOnFreePort } from '@faultline/stores';

/** One process of a service. */
export interface Instance {
  url: string;
  adminUrl: string;
  /** Ends it gracefully; resolves when it has ended. */
  end(): Promise<unknown>;
}

/** What a Service of Kubernetes is to its callers and to those who scrape it: all instances of one service. */
export interface RolledService {
  /** Where callers open connections, which the instances get in turn. */
  url: string;
  /** Where the console reads the metrics of all instances. */
  adminUrl: string;
  /** A file with the addresses of all instances, for Prometheus. */
  targetsFile: string;
  /** Adds an instance, to which new connections go from now on, too. */
  add(instance: Instance): Promise<void>;
  /** Gives new connections to the newest instance only, and ends all others gracefully. */
  replaceOthers(): Promise<void>;
  stop(): Promise<void>;
}

/** The metrics of an instance, as the console reads those of several: with the label `instance`. */
const pageOf = async ({ adminUrl }: Instance): Promise<string> => {
  const samples = await readMetrics(adminUrl);
  const instance = new URL(adminUrl).host;
  return samples
    .map(({ name, labels, value }) => {
      const pairs = Object.entries({ ...labels, instance });
      return `${name}{${pairs.map(([label, each]) => `${label}=${JSON.stringify(each)}`).join()}} ${value}\n`;
    })
    .join('');
};

export const startRolledService = async (): Promise<RolledService> => {
  await using cleanup = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), 'faultline-targets-'));
  cleanup.defer(() => rm(directory, { recursive: true }));
  const targetsFile = join(directory, 'targets.json');

  /** Those that run, and those that get new connections. */
  let running: readonly Instance[] = [];
  let serving: readonly Instance[] = [];
  let turn = 0;
  const run = async (instances: readonly Instance[]): Promise<void> => {
    running = instances;
    const targets = running.map(({ adminUrl }) => new URL(adminUrl).host);
    await writeFile(targetsFile, JSON.stringify([{ targets }]));
  };
  await run([]);

  const connections = createServer((socket) => {
    const instance = serving[turn++ % serving.length];
    if (!instance) {
      socket.destroy();
      return;
    }
    const { hostname, port } = new URL(instance.url);
    // Either side may break off, as between any caller and its service.
    pipeline(socket, connect(Number(port), hostname), socket, () => undefined);
  });
  const port = await listenOnFreePort(connections);
  cleanup.defer(async () => void connections.close());

  const metrics = createHttpServer(async (_request, response) => {
    const pages = await Promise.allSettled(running.map(pageOf));
    const read = pages.flatMap((page) => (page.status === 'fulfilled' ? [page.value] : []));
    response.writeHead(read.length > 0 ? 200 : 503).end(read.join(''));
  });
  const adminPort = await listenOnFreePort(metrics);
  cleanup.defer(async () => void metrics.close());

  const disposal = cleanup.move();
  return {
    url: `http://127.0.0.1:${port}`,
    adminUrl: `http://127.0.0.1:${adminPort}`,
    targetsFile,
    add: async (instance) => {
      serving = [...serving, instance];
      await run([...running, instance]);
    },
    replaceOthers: async () => {
      const others = serving.slice(0, -1);
      serving = serving.slice(-1);
      await Promise.all(others.map((instance) => instance.end()));
      await run(serving);
    },
    stop: () => disposal.disposeAsync(),
  };
};
