import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { execaSync } from 'execa';
import { parseCanaryCommand } from '../../src/canary/arguments';
import { runCanary } from '../../src/canary/canary';
import { parseDeployCommand } from '../../src/rollout/arguments';
import type { Component } from '../../src/rollout/components';
import { deploy } from '../../src/rollout/deploy';

interface Version {
  tag: string;
  digest: string;
  revision: string;
  replicas?: number;
  canary?: { tag: string; replicas: number };
}

export interface Revision {
  description: string;
  chart: string;
  components: Partial<Record<Component, Version>>;
}

export interface State {
  revisions: Revision[];
  /** Whether helm refuses every upgrade before it changes anything. */
  refuses?: boolean;
  /** What Argo Rollouts releases. */
  rollouts?: readonly Component[];
  /** Objectives that burn, whatever runs. */
  burning?: readonly string[];
}

/** A shop in a stand-in for a cluster, deployed from a repository of its own. */
export class StandInShop implements Disposable {
  readonly repository = mkdtempSync(join(tmpdir(), 'deploy-'));
  readonly interrupted = new AbortController();
  readonly #path = process.env.PATH ?? '';

  constructor() {
    this.write('.dockerignore', '*\n!package.json\n!apps\n!libs\n**/test\n');
    this.write('package.json', '{ "version": "1.0.0" }');
    this.write('deploy/helm/faultline/values.yaml', 'revision: ""\n');
    this.write('.gitignore', 'state.json\n');
    this.#git('init', '--quiet', '--initial-branch=main');
    this.commit();
    process.env.CLUSTER_STATE = join(this.repository, 'state.json');
    process.env.PATH = [join(__dirname, 'stand-in'), this.#path].join(delimiter);
  }

  [Symbol.dispose](): void {
    process.env.PATH = this.#path;
    delete process.env.CLUSTER_STATE;
    rmSync(this.repository, { recursive: true, force: true });
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.repository, file)), { recursive: true });
    writeFileSync(join(this.repository, file), text);
  }

  /** Commits all files; gives the commit. */
  commit(): string {
    this.#git('add', '--all');
    const author = ['-c', 'user.name=Test', '-c', 'user.email=test@localhost'];
    this.#git(...author, 'commit', '--quiet', '--message', 'a change', '--allow-empty');
    return this.commitNow();
  }

  commitNow = (): string => this.#git('rev-parse', 'HEAD');

  /** Has these components run a commit, by that tag. */
  runs(
    names: readonly Component[],
    revision: string,
    { replicas, ...more }: Omit<State, 'revisions'> & { replicas?: number } = {},
  ): void {
    const version = { tag: '1.0.0', digest: '', revision, ...(replicas && { replicas }) };
    const components = Object.fromEntries(names.map((name) => [name, version]));
    const first: Revision = { description: 'Install complete', chart: revision, components };
    this.write('state.json', JSON.stringify({ revisions: [first], ...more }));
  }

  get state(): State {
    return JSON.parse(readFileSync(join(this.repository, 'state.json'), 'utf8'));
  }

  get now(): Revision {
    const last = this.state.revisions.at(-1);
    if (!last) throw new Error('nothing runs');
    return last;
  }

  deploy(...words: readonly string[]): Promise<void> {
    return deploy(parseDeployCommand(['--watch', '0', '--settle', '2', ...words]), this.repository);
  }

  canary(...words: readonly string[]): Promise<void> {
    const command = parseCanaryCommand(['--settle', '2', ...words]);
    return runCanary(command, this.repository, { signal: this.interrupted.signal, interval: 0.01 });
  }

  #git(...words: readonly string[]): string {
    return execaSync('git', words, { cwd: this.repository }).stdout;
  }
}
