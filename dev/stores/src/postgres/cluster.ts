import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Account } from '../guarded-process';
import { failureFrom } from '../start-failure';
import { StoreError } from '../store-error';
import { clusterStatements, databaseStatements, type Login, superuser } from './bootstrap';
import type { PostgresPrograms } from './programs';

/** The environment of PostgreSQL's programs: nothing of ours, and messages that we can read. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C' };

/**
 * The data directory inside `directory`, made if it is not there. It is made under another name
 * and renamed when complete, so that a start that was cut short begins anew.
 */
export const clusterIn = async (
  directory: string,
  programs: PostgresPrograms,
  account: Account | undefined,
  login: Login,
): Promise<string> => {
  const cluster = join(directory, 'data');
  if (await exists(cluster)) return cluster;
  const draft = join(directory, 'data.new');
  await rm(draft, { recursive: true, force: true });
  const run = (program: string, arguments_: string[], input = '') =>
    runToEnd(program, arguments_, input, directory, account);

  await initialise(draft, (arguments_) => run(programs.initdb, arguments_));
  await writeFile(join(draft, 'pg_hba.conf'), access);
  const alone = ['--single', '-D', draft, '-c', 'exit_on_error=on', '-c', 'fsync=off'];
  await run(programs.postgres, [...alone, 'postgres'], lines(clusterStatements(login)));
  await run(programs.postgres, [...alone, login.database], lines(databaseStatements));
  await rename(draft, cluster);
  return cluster;
};

/** Who may log in: from this machine, with a password, which the superuser has not. */
const access = 'host all all 127.0.0.1/32 scram-sha-256\n';

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The single-user server takes one statement a line. */
const lines = (statements: readonly string[]): string => statements.map((s) => `${s}\n`).join('');

/**
 * Sorting and case are PostgreSQL's own, the same on every system; only what counts as a letter
 * in a search is the system's, and its name for a UTF-8 locale differs.
 */
const initialise = async (
  draft: string,
  initdb: (arguments_: string[]) => Promise<void>,
): Promise<void> => {
  const locales = ['C.UTF-8', 'en_US.UTF-8', 'C'];
  for (const [index, locale] of locales.entries()) {
    try {
      return await initdb([
        `--pgdata=${draft}`,
        `--username=${superuser}`,
        // Replaced by `access`: initdb offers passwords only with one for the superuser.
        '--auth=trust',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${locale}`,
        '--wal-segsize=4',
        '--no-sync',
        '--no-instructions',
      ]);
    } catch (error) {
      const unknownLocale = error instanceof StoreError && /invalid locale/.test(error.message);
      if (!unknownLocale || index === locales.length - 1) throw error;
    }
  }
};

const runToEnd = async (
  program: string,
  arguments_: string[],
  input: string,
  cwd: string,
  account: Account | undefined,
): Promise<void> => {
  const child = spawn(program, arguments_, { cwd, env: serverEnvironment, ...account });
  // A program that fails early does not read to the end; its exit code tells.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [[code], out, err] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  if (code === 0) return;
  throw failureFrom(`${out}${err}`, 'PostgreSQL', 'could not make its data directory');
};
