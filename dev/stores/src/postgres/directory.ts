import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  access,
  chown,
  constants,
  mkdir,
  mkdtemp,
  readlink,
  realpath,
  rm,
  rmdir,
  stat,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from '../guarded-process';
import { StoreError } from '../store-error';
import { canReach } from './account';

const run = promisify(execFile);

/**
 * Makes a directory that the account owns and may enter, and returns its real path. If the account
 * may not enter `directory`, the files are kept under `elsewhere`, and `directory` becomes a
 * symbolic link to them.
 */
export const ownDirectory = async (
  directory: string,
  account: Account | undefined,
  notice: (line: string) => void,
): Promise<string> => {
  try {
    await mkdir(await linkedFrom(directory), { recursive: true });
    const real = await realpath(directory);
    if (!account) {
      await access(real, constants.W_OK);
      return real;
    }
    if (!(await canReach(account, real))) return await moveElsewhere(real, account, notice);
    await giveTo(real, account);
    return real;
  } catch (cause) {
    throw new StoreError(
      'DIRECTORY_UNUSABLE',
      `${directory} cannot be used for PostgreSQL's data by this user: make it yours, or remove it`,
      { cause },
    );
  }
};

/** A directory in the system's temporary directory, or next to it when the account may not go there. */
export const scratchDirectory = async (account: Account | undefined): Promise<string> => {
  const parent = (await canReach(account, tmpdir())) ? tmpdir() : '/tmp';
  const directory = await mkdtemp(join(parent, 'faultline-postgres-'));
  if (account) await chown(directory, account.uid, account.gid);
  return directory;
};

/** Removes a store's data, also where `ownDirectory` kept them elsewhere. */
export const removeStoreDirectory = async (directory: string): Promise<void> => {
  const real = await linkedFrom(directory);
  if (real !== directory && dirname(real) === elsewhere) {
    await rm(real, { recursive: true, force: true });
    // Fails if `elsewhere` is not empty, because it contains other stores.
    await rmdir(elsewhere).catch(() => undefined);
  }
  await rm(directory, { recursive: true, force: true });
};

const linkedFrom = (directory: string): Promise<string> =>
  // `readlink` fails if the directory is not a link, or does not exist yet.
  readlink(directory).catch(() => directory);

const moveElsewhere = async (
  directory: string,
  account: Account,
  notice: (line: string) => void,
): Promise<string> => {
  const mark = createHash('sha256').update(directory).digest('hex').slice(0, 12);
  const place = join(elsewhere, `${basename(directory)}-${mark}`);
  await mkdir(place, { recursive: true });
  await giveTo(place, account);
  // Fails if the directory is not empty, so that existing data are not left behind silently.
  await rmdir(directory);
  await symlink(place, directory);
  notice(
    `PostgreSQL does not run as root, and its account may not enter ${dirname(directory)}: its data are in ${place}`,
  );
  return place;
};

const giveTo = async (directory: string, { uid, gid }: Account): Promise<void> => {
  if ((await stat(directory)).uid === uid) return;
  await run('chown', ['-R', `${uid}:${gid}`, directory]);
};

/**
 * Where PostgreSQL's files go when root starts the demo from a directory that no other account
 * may enter, such as `/root`. Only root ever writes here.
 */
export const elsewhere = '/var/lib/faultline';
