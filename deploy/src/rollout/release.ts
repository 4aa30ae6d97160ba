import { join } from 'node:path';
import { execa } from 'execa';
import { Type } from 'typebox';
import { ClusterError, run } from '../cluster/programs';
import { readJson } from '../read-json';
import { type Running, readRunning, track } from './running';

export interface ReleaseName {
  name: string;
  /** If not given, those of kubectl's configuration. */
  namespace: string | undefined;
  context: string | undefined;
}

const Status = Type.Object({ version: Type.Integer() });
const History = Type.Array(
  Type.Object({ revision: Type.Integer(), description: Type.Optional(Type.String()) }),
);

const option = (name: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [name, value];

/** How the descriptions of revisions begin: of a deployment, and of a step of a canary on the way to one. */
const marks = { deployed: 'Deployed ', canary: 'Canary ' };

/** A release of the chart in a cluster, by helm and kubectl. */
export class Release {
  readonly #name: ReleaseName;
  readonly #chart: string;

  constructor(workspace: string, name: ReleaseName) {
    this.#chart = join(workspace, 'deploy/helm/faultline');
    this.#name = name;
  }

  get #helmOptions(): readonly string[] {
    const { namespace, context } = this.#name;
    return [...option('--namespace', namespace), ...option('--kube-context', context)];
  }

  get kubectlOptions(): readonly string[] {
    const { namespace, context } = this.#name;
    return [...option('--namespace', namespace), ...option('--context', context)];
  }

  kubectl(...args: readonly string[]): Promise<string> {
    return run('kubectl', [...args, ...this.kubectlOptions]);
  }

  /** What runs of it. Throws a ClusterError if that is nothing. */
  async running(): Promise<readonly Running[]> {
    const { name } = this.#name;
    const labels = `app.kubernetes.io/instance=${name},app.kubernetes.io/part-of=faultline`;
    const running = readRunning(
      await this.kubectl('get', 'deployments', '--selector', labels, '--output', 'json'),
    );
    if (running.length === 0)
      throw new ClusterError(
        `--release: nothing runs of ${name} here; install it first: helm install ${name} deploy/helm/faultline. Services with rollout.enabled are released by helm upgrade`,
      );
    return running;
  }

  /** Whether a component has a canary beside it. */
  async hasCanary(component: string): Promise<boolean> {
    const labels = `app.kubernetes.io/instance=${this.#name.name},app.kubernetes.io/component=${component},${track}=canary`;
    const found = await this.kubectl(
      'get',
      'deployments',
      '--selector',
      labels,
      '--output',
      'name',
    );
    return found.trim() !== '';
  }

  /** The number of its newest revision. */
  async revision(): Promise<number> {
    const printed = await this.#helm('status', '--output', 'json');
    return readJson('helm status', Status, printed).version;
  }

  /**
   * Upgrades it, with these values changed, and waits until its pods are ready. Throws a ClusterError. It is a deployment, or a
   * step of a canary.
   */
  async upgrade(
    values: object,
    what: string,
    seconds: number,
    kind: keyof typeof marks = 'deployed',
  ): Promise<void> {
    await run(
      'helm',
      [
        ...['upgrade', this.#name.name, this.#chart, '--reset-then-reuse-values', '--values', '-'],
        ...[
          '--description',
          `${marks[kind]}${what}`,
          ...this.#waiting(seconds),
          ...this.#helmOptions,
        ],
        ...(await this.#force()),
      ],
      { input: JSON.stringify(values) },
    );
  }

  /** Takes it back to a revision, and waits until its pods are ready. Throws a ClusterError. */
  async rollback(revision: number, seconds: number): Promise<void> {
    const more = [...this.#waiting(seconds), ...(await this.#force())];
    await this.#helm('rollback', String(revision), ...more);
  }

  /** The revision before the last deployment. Throws a ClusterError if there is none, or it has been reverted. */
  async beforeLastDeployment(): Promise<number> {
    const printed = await this.#helm('history', '--output', 'json');
    const history = readJson('helm history', History, printed);
    const deployed = history.findLastIndex(({ description }) =>
      description?.startsWith(marks.deployed),
    );
    const before = history
      .slice(0, Math.max(0, deployed))
      .findLast(({ description }) => !description?.startsWith(marks.canary))?.revision;
    if (before === undefined)
      throw new ClusterError(
        '--revert: the history of the release has no deployment with a revision before it',
      );
    const later = history.slice(deployed + 1);
    if (later.some(({ description }) => description === `Rollback to ${before}`))
      throw new ClusterError(
        `--revert: the last deployment has been reverted already; helm rollback goes further back`,
      );
    return before;
  }

  /** Runs the chart's smoke test in the cluster, and returns how it ended. */
  async test(seconds: number): Promise<{ passed: boolean; output: string }> {
    const { name } = this.#name;
    const { exitCode, all } = await execa(
      'helm',
      ['test', name, '--logs', '--timeout', `${seconds}s`, ...this.#helmOptions],
      { all: true, reject: false, stdin: 'ignore' },
    );
    return { passed: exitCode === 0, output: all };
  }

  #helm(command: string, ...args: readonly string[]): Promise<string> {
    return run('helm', [command, this.#name.name, ...args, ...this.#helmOptions]);
  }

  #waiting = (seconds: number): readonly string[] => ['--wait', '--timeout', `${seconds}s`];

  /** Helm 4 refuses to change what others have changed by hand; Helm 3 has no such option. */
  async #force(): Promise<readonly string[]> {
    return (await run('helm', ['version', '--short'])).startsWith('v3')
      ? []
      : ['--force-conflicts'];
  }
}
