import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startProcess } from '../guarded-process';
import { launchStore } from '../launch';
import { freePort } from '../ports';
import type { StoreOptions, StoreProcess } from '../store';
import { askRedis } from './ask';
import type { RedisServer } from './containers';
import { redisServer } from './server';
import { redisArguments, type WhenFull } from './settings';

export type RedisOptions = StoreOptions & {
  /** The address of the server to follow: `redis://host:port`. */
  replicaOf?: string | undefined;
  /** `noeviction` if not given. */
  whenFull?: WhenFull | undefined;
  /** How this machine runs one; what is found if not given. */
  server?: RedisServer | undefined;
};

/** How long a new replica may take for its first copy before it counts as started without one. */
const firstCopyMs = 5_000;

/**
 * Starts a Redis server on 127.0.0.1. A replica is ready when it has its first copy, or when its
 * primary could not be reached in time: it goes on trying by itself. Rejects with a StoreError.
 */
export const startRedis = async (options: RedisOptions): Promise<StoreProcess> => {
  const server = options.server ?? (await redisServer(options.notice ?? (() => undefined)));
  const durable = options.directory !== undefined;
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'faultline-redis-')));
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const port = options.port ?? (await freePort());
  const primary = options.replicaOf === undefined ? undefined : new URL(options.replicaOf);

  const [command, ...words] = server.command({ directory, port });
  return launchStore({
    title: 'Redis',
    url: `redis://127.0.0.1:${port}`,
    port,
    clear: () => server.clear(port),
    spawn: (log) =>
      startProcess({
        command,
        arguments: [
          ...words,
          ...redisArguments({
            directory,
            port,
            durable,
            whenFull: options.whenFull ?? 'noeviction',
            primary: primary && { host: primary.hostname, port: Number(primary.port) },
          }),
        ],
        cwd: directory,
        environment: process.env,
        orphanSignal: 'SIGTERM',
        scratch: durable ? undefined : directory,
        log,
      }),
    readyLine: /ready to accept connections/i,
    check: () => (primary ? firstCopy(port) : ping(port)),
    stopSignal: durable ? 'SIGTERM' : server.quickSignal,
    cleanUp: async () => {
      if (!durable) await rm(directory, { recursive: true, force: true });
    },
    log: options.log,
  });
};

const ping = async (port: number): Promise<void> => {
  const reply = await askRedis(port, 'PING');
  if (!reply.startsWith('+PONG')) throw new Error(`Redis answered PING with ${reply.trim()}`);
};

const firstCopy = async (port: number): Promise<void> => {
  const deadline = Date.now() + firstCopyMs;
  while (Date.now() < deadline) {
    if (/master_link_status:up/.test(await askRedis(port, 'INFO replication'))) return;
    await delay(50);
  }
};
