import { findProgram } from '../programs/find-program';
import { unpackedProgram } from '../programs/unpacked-program';
import { StoreError } from '../store-error';
import { type RedisServer, redisInContainers } from './containers';

const names = ['redis-server', 'valkey-server'];

const packaged = {
  title: 'Redis',
  packages: ['redis-server', 'redis-tools'],
  path: 'usr/bin/redis-server',
} as const;

/**
 * Redis (or Valkey) of this machine, or the one that this checkout has fetched for itself, or containers
 * where an engine runs; `notice` tells what is fetched. Rejects with a StoreError that names the command
 * to type.
 */
export const redisServer = async (
  notice: (line: string) => void,
  { searched, programs }: { searched?: string[]; programs?: string } = {},
): Promise<RedisServer> => {
  const found = await findProgram(names, searched);
  if (found) return program(found);
  let reason: unknown = new StoreError('NOT_INSTALLED', `Redis is not installed: type ${remedy()}`);
  try {
    const fetched = await unpackedProgram(packaged, notice, programs);
    if (fetched) return program(fetched);
  } catch (error) {
    // Told only where there are no containers either.
    reason = error;
  }
  const containers = await redisInContainers(notice);
  if (containers) return containers;
  throw reason;
};

const program = (path: string): RedisServer => ({
  command: () => [path],
  clear: async () => undefined,
  quickSignal: 'SIGKILL',
});

const remedy = (): string =>
  process.platform === 'darwin'
    ? 'brew install redis'
    : "the command that installs your system's package redis or valkey";
