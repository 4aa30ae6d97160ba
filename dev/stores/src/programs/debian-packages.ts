import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const maxOutputBytes = 16e6;

/**
 * Unpacks Debian packages, and whatever they need that this machine has not, into `target`, as the
 * present user: nothing of the machine changes. Package lists and downloads are kept in `scratch`
 * meanwhile. Where packages come from is what `/etc/apt` says, and apt checks their signatures.
 */
export const unpackDebianPackages = async (
  packages: readonly string[],
  { target, scratch }: { target: string; scratch: string },
  notice: (line: string) => void,
): Promise<void> => {
  const archives = join(scratch, 'cache/archives');
  await mkdir(join(scratch, 'state/lists/partial'), { recursive: true });
  await mkdir(join(archives, 'partial'), { recursive: true });
  const apt = (...words: string[]) =>
    run('apt-get', [...privateTo(scratch), '-q', ...words], { maxBuffer: maxOutputBytes });

  notice('Reading the package lists');
  // A source that has nothing to do with it may fail: what follows tells whether enough is there.
  await apt('update').catch(() => undefined);
  notice(`Downloading ${packages.join(', ')} and what it needs`);
  // --reinstall: with a part of them installed, the unpacked ones would lack the others' files.
  const install = ['install', '-y', '--no-install-recommends', '--reinstall', '--download-only'];
  await apt(...install, ...packages);

  await mkdir(target, { recursive: true });
  const files = (await readdir(archives)).filter((name) => name.endsWith('.deb'));
  notice(`Unpacking ${files.length} packages`);
  for (const file of files) await run('dpkg-deb', ['-x', join(archives, file), target]);
};

/** Makes apt-get write to a directory only, and know what is installed all the same. */
const privateTo = (directory: string): string[] =>
  [
    `Dir::State=${join(directory, 'state')}`,
    'Dir::State::status=/var/lib/dpkg/status',
    `Dir::Cache=${join(directory, 'cache')}`,
    'Debug::NoLocking=true',
    // Root's apt-get would download as a user who may not enter the directory.
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
  ].flatMap((option) => ['-o', option]);
