import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findProgram, programsDirectory, unpackedProgram } from '@faultline/stores';
import { type Program, startProgram } from './program';

/** Somebody who works on the machine, with a home there. */
export type Person = 'root' | 'ada';

const homes: Readonly<Record<Person, string>> = { root: '/root', ada: '/home/ada' };

/** A small Debian with Node and git and nothing else that the shop could use. It shares the network. */
export interface BareMachine {
  /** Starts a command line in a directory of the person's home. */
  start(person: Person, directory: string, command: string): Program;
  /** Runs one to its end; throws when it fails. */
  run(person: Person, directory: string, command: string): void;
  /** Copies a directory into the person's home and makes it theirs. */
  give(person: Person, directory: string, name: string): void;
  remove(): void;
}

/** Why none can be made here; undefined where it can. */
export const whyNoBareMachine = (): string | undefined => {
  if (process.getuid?.() !== 0) return 'only root can make one';
  if (!existsSync('/usr/bin/apt-get')) return 'only Debian has debootstrap';
  if (spawnSync('unshare', ['--mount', 'true']).status !== 0) return 'nothing may be mounted here';
  return undefined;
};

/**
 * Runs a command line as `$2` in the root directory `$1`, with `/proc`, `/dev` and `/tmp` of its own kind that
 * go with it, and names what it leaves running. As the first process of its namespace it hears no Ctrl-C itself.
 */
const inside = `
root=$1 person=$2 home=$3 directory=$4 command=$5
mount --make-rprivate /
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
chroot "$root" setpriv --reuid "$person" --regid "$person" --init-groups sh -c 'cd "$0" && exec $1' "$home/$directory" "$command"
status=$?
tries=50
while [ "$(echo "$root"/proc/[0-9]*)" != "$root/proc/1" ] && [ $tries -gt 0 ]; do
  sleep 0.1
  tries=$((tries - 1))
done
for process in "$root"/proc/[0-9]*; do
  [ "$process" = "$root/proc/1" ] || tr '\\0' ' ' <"$process/cmdline" | sed 's/^/Left behind: /'
done
exit $status
`;

/** Makes one from the archive that this machine's apt uses; the second time from what was kept. */
export const makeBareMachine = async (): Promise<BareMachine> => {
  const kept = await keptSystem();
  const root = mkdtempSync(join(tmpdir(), 'faultline-machine-'));
  const remove = () => rmSync(root, { recursive: true, force: true });
  try {
    // With the modes of the system, the root directory's own among them.
    execFileSync('tar', ['-xpf', kept, '-C', root]);
    configure(root);
  } catch (error) {
    remove();
    throw error;
  }
  const environment = (person: Person): NodeJS.ProcessEnv => ({
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => isAboutNetwork(name))),
    HOME: homes[person],
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  });
  const words = (person: Person, directory: string, command: string) => [
    ...['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', inside, 'sh'],
    ...[root, person, homes[person], directory, command],
  ];
  return {
    start: (person, directory, command) =>
      startProgram(['unshare', ...words(person, directory, command)], '/', environment(person)),
    run: (person, directory, command) => {
      execFileSync('unshare', words(person, directory, command), {
        env: environment(person),
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    },
    give: (person, directory, name) => {
      const place = join(root, homes[person], name);
      mkdirSync(dirname(place), { recursive: true });
      execFileSync('cp', ['-r', directory, place]);
      execFileSync('chroot', [root, 'chown', '-R', `${person}:${person}`, homes[person]]);
    },
    remove,
  };
};

/** Where packages come from, which this machine's own environment may say. */
const isAboutNetwork = (name: string): boolean =>
  /(_proxy|_ca_certs|_cert_file|_ssl_cainfo|cafile|registry)$/i.test(name);

/** An archive of the system, made once for this checkout. */
const keptSystem = async (): Promise<string> => {
  const release = readFileSync('/etc/os-release', 'utf8');
  const codename = /^VERSION_CODENAME=(\w+)$/m.exec(release)?.[1] ?? '';
  const kept = join(programsDirectory, `bare-${codename}.tar`);
  if (existsSync(kept)) return kept;
  const draft = mkdtempSync(join(tmpdir(), 'faultline-debootstrap-'));
  try {
    const { program, environment } = await debootstrap();
    const words = ['--variant=minbase', '--include=ca-certificates,git', codename, draft];
    execFileSync(program, [...words, archiveOf(codename)], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    execFileSync('chroot', [draft, 'useradd', '--create-home', 'ada']);
    mkdirSync(programsDirectory, { recursive: true });
    chmodSync(draft, 0o755);
    // Whoever finds the archive under its own name finds all of it.
    const unfinished = `${kept}.${process.pid}`;
    try {
      execFileSync('tar', ['-cf', unfinished, '-C', draft, '.']);
      renameSync(unfinished, kept);
    } finally {
      rmSync(unfinished, { force: true });
    }
    return kept;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};

const debootstrap = async () => {
  const found = await findProgram(['debootstrap']);
  if (found) return { program: found, environment: {} };
  const title = 'debootstrap';
  const path = 'usr/sbin/debootstrap';
  const program = await unpackedProgram({ title, packages: [title], path }, console.log);
  if (!program) throw new Error('debootstrap cannot be had here');
  return {
    program,
    environment: { DEBOOTSTRAP_DIR: join(dirname(program), 'usr/share/debootstrap') },
  };
};

const archiveOf = (codename: string): string => {
  const targets = execFileSync('apt-get', ['indextargets', '--format', '$(SITE) $(RELEASE)'], {
    encoding: 'utf8',
  });
  const line = targets.split('\n').find((each) => each.endsWith(` ${codename}`));
  if (!line) throw new Error(`apt's sources name no archive for ${codename}`);
  return line.split(' ', 1)[0] ?? '';
};

/** Gives it the sources, certificates and npm settings of this machine, and its Node with npm. */
const configure = (root: string): void => {
  const copy = (path: string, to = path) => {
    if (!existsSync(path)) return;
    mkdirSync(dirname(join(root, to)), { recursive: true });
    cpSync(path, join(root, to), { recursive: true, dereference: true, force: true });
  };
  const settings = ['apt', 'ssl', 'resolv.conf', 'hosts'].map((name) => `/etc/${name}`);
  for (const path of [...settings, '/usr/share/keyrings', '/usr/local/share/ca-certificates'])
    copy(path);
  const npmConfig = (name: string) =>
    execFileSync('npm', ['config', 'get', name], { cwd: '/', encoding: 'utf8' }).trim();
  copy(npmConfig('globalconfig'));
  for (const home of Object.values(homes)) copy(npmConfig('userconfig'), join(home, '.npmrc'));
  const { node, npm } = installedNode();
  copy(node, '/usr/local/bin/node');
  copy(npm, '/usr/local/lib/node_modules/npm');
  for (const name of ['npm', 'npx'])
    execFileSync('ln', [
      '-sf',
      `../lib/node_modules/npm/bin/${name}-cli.js`,
      join(root, '/usr/local/bin', name),
    ]);
};

/** The machine's own Node, not the one that came with the dependencies, and its npm. */
const installedNode = (): { node: string; npm: string } => {
  const directories = (process.env.PATH ?? '').split(':');
  const outside = directories.filter((directory) => !directory.includes('node_modules')).join(':');
  const read = (program: string, ...words: string[]) =>
    execFileSync(program, words, {
      env: { ...process.env, PATH: outside },
      encoding: 'utf8',
    }).trim();
  const npm = dirname(dirname(read('sh', '-c', 'readlink -f "$(command -v npm)"')));
  return { node: read('node', '-p', 'process.execPath'), npm };
};
