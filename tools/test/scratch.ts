import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect } from 'vitest';
import { generatedFiles } from '../src/generated';

export const workspace = resolve(__dirname, '../..');

const source = ['--conditions=@faultline/source', '-r', 'ts-node/register/transpile-only'];
const settings = 'tsconfig.scratch.json';

/** A copy of this workspace's files, in which a test may change what it likes. */
export class Scratch implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'scratch-'));

  constructor() {
    const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const files = spawnSync('git', list, { cwd: workspace, encoding: 'utf8' }).stdout.split('\0');
    for (const file of files) {
      if (!file || !existsSync(join(workspace, file))) continue;
      mkdirSync(dirname(join(this.path, file)), { recursive: true });
      // A link is copied as a link.
      cpSync(join(workspace, file), join(this.path, file), {
        recursive: true,
        verbatimSymlinks: true,
        // The lockfile stays older than what is installed.
        preserveTimestamps: true,
      });
    }
    this.#git('init', '-q');
    this.write('.git/info/exclude', `node_modules\n${settings}\n`);
    this.#git('add', '-A');
    this.#linkModules();
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** Undoes all changes. */
  reset(): void {
    this.#git('checkout', '-q', '.');
    this.#git('clean', '-qfd');
  }

  /** Commits all files; gives the commit. */
  commit(): string {
    const author = ['-c', 'user.name=Test', '-c', 'user.email=test@localhost'];
    this.#git(...author, 'commit', '-qm', 'All files');
    return this.#git('rev-parse', 'HEAD').trim();
  }

  read = (file: string): string => readFileSync(join(this.path, file), 'utf8');

  write(file: string, text: string): void {
    writeFileSync(join(this.path, file), text);
  }

  /** Puts a text before the one place where another stands. */
  insert(file: string, before: string, text: string): void {
    const parts = this.read(file).split(before);
    expect(parts, `${file}: ${before}`).toHaveLength(2);
    this.write(file, parts.join(text + before));
  }

  /** Runs a program to its end; its output is without colours, which continuous integration turns on. */
  run(program: string, parameters: readonly string[], folder = '.') {
    const { status, stdout, stderr } = spawnSync(program, parameters, {
      cwd: join(this.path, folder),
      encoding: 'utf8',
      maxBuffer: 64e6,
      env: {
        ...process.env,
        TS_NODE_PROJECT: join(this.path, 'tools/tsconfig.json'),
        NX_DAEMON: 'false',
        NX_NO_CLOUD: 'true',
        NX_TUI: 'false',
      },
    });
    return { status, output: stripVTControlCharacters(stdout + stderr) };
  }

  /** Runs a program from its sources; it has to succeed. Returns what it printed. */
  runSource(file: string, ...parameters: string[]): string {
    const { status, output } = this.run(process.execPath, [...source, file, ...parameters]);
    expect(status, output).toBe(0);
    return output;
  }

  /** What the compiler says of the sources and tests of packages: of all, if none is named. */
  typeErrors(...folders: string[]): string[] {
    const include = folders.flatMap((folder) => [`${folder}/src`, `${folder}/test`]);
    const config = {
      extends: './tsconfig.workspace.json',
      ...(include.length > 0 && { include }),
    };
    this.write(settings, JSON.stringify(config));
    const compiler = ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p', settings];
    const { status, output } = this.run(process.execPath, compiler);
    const errors = output.split('\n').filter((line) => line.includes('error TS'));
    expect(errors.length > 0, output).toBe(status !== 0);
    return errors;
  }

  /** What has changed since the copy was made, without what is generated. */
  changedByHand(): string[] {
    const generated = new Set(generatedFiles(workspace).keys());
    const changed = [
      ...this.#git('diff', '--name-only').split('\n'),
      ...this.#git('ls-files', '--others', '--exclude-standard').split('\n'),
    ];
    return changed.filter((file) => file && !generated.has(file)).sort();
  }

  #git(...parameters: string[]): string {
    const { status, output } = this.run('git', parameters);
    expect(status, output).toBe(0);
    return output;
  }

  /** npm links workspaces by relative paths, so a copy needs links of its own. */
  #linkModules(): void {
    const modules = join(workspace, 'node_modules');
    const own = join(this.path, 'node_modules');
    mkdirSync(join(own, '@faultline'), { recursive: true });
    for (const name of readdirSync(modules))
      if (name !== '@faultline') symlinkSync(join(modules, name), join(own, name));
    for (const name of readdirSync(join(modules, '@faultline'))) {
      const folder = relative(workspace, realpathSync(join(modules, '@faultline', name)));
      symlinkSync(join(this.path, folder), join(own, '@faultline', name));
      const nested = join(workspace, folder, 'node_modules');
      if (existsSync(nested)) symlinkSync(nested, join(this.path, folder, 'node_modules'));
    }
  }
}
