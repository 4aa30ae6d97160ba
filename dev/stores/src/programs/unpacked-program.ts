import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreError } from '../store-error';
import { unpackDebianPackages } from './debian-packages';
import { findProgram, isExecutable, onPath } from './find-program';
import { withLock } from './held-lock';
import { writeLauncher } from './launcher';

export interface PackagedProgram {
  /** What a person calls it. */
  title: string;
  /** Debian's packages with the program's own files, the one that gives the name first. */
  packages: readonly [string, ...string[]];
  /** Where the program is in them. */
  path: string;
}

/** The checkout: seen from sources, a build and a bundle alike. */
const checkout = (folder: string): string => {
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, 'package-lock.json'))
    ? folder
    : checkout(parent);
};

/** Where this checkout keeps programs that the machine has not: no data, so a reset leaves them. */
export const programsDirectory = join(checkout(__dirname), '.faultline/programs');

/**
 * A program out of Debian's packages, fetched and unpacked for this checkout once, by the one process
 * that comes first, and told by `notice`. Undefined on systems without apt. Rejects with a
 * StoreError that names the command to type when it cannot be had.
 */
export const unpackedProgram = async (
  program: PackagedProgram,
  notice: (line: string) => void,
  parent = programsDirectory,
): Promise<string | undefined> => {
  if (!(await findProgram(['apt-get'], onPath()))) return undefined;
  const [name] = program.packages;
  const systems = join(parent, await systemName());
  const directory = join(systems, name);
  const launcher = join(directory, 'launch');
  if (await isExecutable(launcher)) return launcher;
  await mkdir(systems, { recursive: true });
  return withLock(join(systems, `${name}.lock`), async () => {
    if (!(await isExecutable(launcher))) await unpack(program, directory, notice);
    return launcher;
  });
};

const unpack = async (
  { title, packages, path }: PackagedProgram,
  directory: string,
  notice: (line: string) => void,
): Promise<void> => {
  notice(`${title} is not installed: fetching it into ${directory}`);
  const scratch = `${directory}.draft`;
  const target = join(scratch, 'root');
  try {
    // What a start that was cut short has left.
    await rm(scratch, { recursive: true, force: true });
    await unpackDebianPackages(packages, { target, scratch }, notice);
    await writeLauncher(target, path);
    if (!(await isExecutable(join(target, path)))) {
      throw new Error(`there is no ${path} in ${packages.join(', ')} of this system`);
    }
    // Only what is whole gets the name.
    await rm(directory, { recursive: true, force: true });
    await rename(target, directory);
  } catch (cause) {
    throw new StoreError(
      'NOT_INSTALLED',
      `${title} could not be fetched (${reasonOf(cause)}): type sudo apt-get install ${packages[0]}`,
      { cause },
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
};

/** What apt says first, which names the cause; the lines after it give advice. */
const reasonOf = (error: unknown): string => {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const [reason] = /^E: .*$/m.exec(said) ?? [];
  return (reason ?? (error instanceof Error ? error.message : String(error))).replace(/^E: /, '');
};

/** Such as `debian-12-x64`: a checkout may be shared by systems that have other libraries. */
const systemName = async (): Promise<string> => {
  // Not there on systems that name themselves otherwise.
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const field = (name: string) => new RegExp(`^${name}="?([^"\n]*)`, 'm').exec(release)?.[1];
  return [field('ID') ?? 'linux', field('VERSION_ID') ?? 'unknown', process.arch].join('-');
};
