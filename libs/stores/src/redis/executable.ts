import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { StoreError } from '../store-error';

const run = promisify(execFile);

const names = ['redis-server', 'valkey-server'];
/** Where packages put servers that an ordinary user's PATH may lack. */
const alwaysLookedAt = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/**
 * A Redis (or Valkey) server of this machine. Root on Debian gets one by apt-get, and `notice`
 * says so; everybody else gets a StoreError that names the command to type.
 */
export const redisExecutable = async (
  notice: (line: string) => void,
  searched = [...(process.env.PATH ?? '').split(delimiter), ...alwaysLookedAt],
): Promise<string> => {
  const found = await find(names, searched);
  if (found) return found;
  const apt = await find(['apt-get'], searched);
  if (apt && process.getuid?.() === 0) {
    notice('Redis is not installed: running apt-get install -y redis-server');
    await install(apt);
    const installed = await find(names, searched);
    if (installed) return installed;
  }
  throw new StoreError('NOT_INSTALLED', `Redis is not installed: type ${remedy(apt)}`);
};

const find = async (programs: string[], directories: string[]): Promise<string | undefined> => {
  for (const program of programs) {
    for (const directory of directories.filter(Boolean)) {
      const path = join(directory, program);
      const runs = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (runs) return path;
    }
  }
  return undefined;
};

const install = async (apt: string): Promise<void> => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    // A fresh machine or image has no package lists yet.
    await run(apt, ['update', '-q'], { env });
    await run(apt, ['install', '-y', '-q', 'redis-server'], { env });
  } catch (cause) {
    throw new StoreError(
      'NOT_INSTALLED',
      'Redis could not be installed: type apt-get install redis-server and see why',
      { cause },
    );
  }
};

const remedy = (apt: string | undefined): string => {
  if (process.platform === 'darwin') return 'brew install redis';
  return apt
    ? 'sudo apt-get install redis-server'
    : "the command that installs your system's package redis or valkey";
};
