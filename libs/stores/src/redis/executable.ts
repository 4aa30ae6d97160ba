import { findProgram } from '../programs/find-program';
import { unpackedProgram } from '../programs/unpacked-program';
import { StoreError } from '../store-error';

const names = ['redis-server', 'valkey-server'];

/**
 * A Redis (or Valkey) server of this machine, or the one that this checkout has fetched for itself,
 * which `notice` tells. Rejects with a StoreError that names the command to type.
 */
export const redisExecutable = async (
  notice: (line: string) => void,
  { searched, programs }: { searched?: string[]; programs?: string } = {},
): Promise<string> => {
  const found =
    (await findProgram(names, searched)) ??
    (await unpackedProgram(
      { title: 'Redis', packages: ['redis-server', 'redis-tools'], path: 'usr/bin/redis-server' },
      notice,
      programs,
    ));
  if (found) return found;
  throw new StoreError('NOT_INSTALLED', `Redis is not installed: type ${remedy()}`);
};

const remedy = (): string =>
  process.platform === 'darwin'
    ? 'brew install redis'
    : "the command that installs your system's package redis or valkey";
