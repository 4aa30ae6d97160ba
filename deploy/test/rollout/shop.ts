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
  revision: number;
  /** As helm says it. */
  status: string;
  description: string;
  /** When its command began; if not given, long ago. */
  updated?: string;
  chart: string;
  components: Partial<Record<Component, Version>>;
  /** What Argo Rollouts releases, if it differs from that of the state. */
  rollouts?: readonly Component[];
}

export interface State {
  revisions: Revision[];
  /** Whether helm refuses every upgrade before it changes anything. */
  refuses?: boolean;
  /** What Argo Rollouts releases. */
  rollouts?: readonly Component[];
  /** What its controller knows of Rollouts: how often they were changed, the tag that serves, and whether it has taken another back. */
  argo?: Partial<
    Record<
      Component,
      {
        generation: number;
        stable: string;
        abort?: boolean;
        isSlow?: boolean;
        isScaling?: boolean;
        isAutoscaled?: boolean;
      }
    >
  >;
  /** The command before which somebody else changes the release. */
  meanwhile?: string;
  /** Whether that one is still at work. */
  isSlow?: boolean;
  /** Whether there are no burn rates. */
  isQuiet?: boolean;
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
    const ignored = readFileSync(join(__dirname, '../../../.gitignore'), 'utf8');
    this.write('.gitignore', `${ignored}/state.json*\n`);
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

  tag(name: string): void {
    this.#git('tag', name);
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
    const description = 'Install complete';
    const first: Revision = {
      ...{ revision: 1, status: 'deployed', description, chart: revision, components },
    };
    this.change({ revisions: [first], ...more });
  }

  change(state: State): void {
    this.write('state.json', JSON.stringify(state));
  }

  /** Adds revisions to the history, the last of which is what runs. */
  adds(...more: readonly (Pick<Revision, 'status' | 'description'> & Partial<Revision>)[]): void {
    for (const revision of more) {
      const { revisions, ...rest } = this.state;
      const next = { ...this.now, revision: this.now.revision + 1, ...revision };
      this.change({ ...rest, revisions: [...revisions, next] });
    }
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
    const command = parseDeployCommand(['--watch', '0', '--settle', '2', ...words]);
    return deploy(command, this.repository, this.interrupted.signal);
  }

  canary(...words: readonly string[]): Promise<void> {
    const command = parseCanaryCommand(['--settle', '2', ...words]);
    return runCanary(command, this.repository, { signal: this.interrupted.signal, interval: 0.01 });
  }

  #git(...words: readonly string[]): string {
    return execaSync('git', words, { cwd: this.repository }).stdout;
  }
}
