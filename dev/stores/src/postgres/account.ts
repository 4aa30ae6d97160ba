import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Account } from '../guarded-process';
import { isExecutable } from '../programs/find-program';
import { StoreError } from '../store-error';

const run = promisify(execFile);

/** Accounts that Debian's and macOS's PostgreSQL use, then the one that is on every machine. */
const candidates = ['postgres', '_postgres', 'nobody'];

/**
 * The account that PostgreSQL runs as: it refuses root. Undefined for an ordinary user, who runs
 * it as themselves. No account is created: that would outlive the demo.
 */
export const serverAccount = async (): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  account ??= firstAccount();
  return account;
};

/** Looked up once: to start a program takes a hundredth of a second. */
let account: Promise<Account> | undefined;

const firstAccount = async (): Promise<Account> => {
  for (const name of candidates) {
    const found = await lookUp(name);
    if (found) return found;
  }
  throw new StoreError(
    'NOT_INSTALLED',
    `PostgreSQL refuses to run as root, and there is no account ${candidates.join(', ')} to run it as: start as an ordinary user`,
  );
};

const lookUp = async (name: string): Promise<Account | undefined> => {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    // macOS prints nobody's -2 as 4294967294, which spawn() takes as a signed number only.
    return { uid: Number(uid.stdout) | 0, gid: Number(gid.stdout) | 0 };
  } catch {
    // `id` fails when there is no such account.
    return undefined;
  }
};

/**
 * Whether the account, this process's own if undefined, may enter a directory or run a program, all directories
 * above included.
 */
export const canReach = (account: Account | undefined, path: string): Promise<boolean> =>
  account
    ? run('/bin/sh', ['-c', '[ -x "$1" ]', 'sh', path], { cwd: '/', ...account }).then(
        () => true,
        () => false,
      )
    : isExecutable(path);
