import { join } from 'node:path';
import { execa } from 'execa';
import { Type } from 'typebox';
import { ClusterError, run } from '../cluster/programs';
import { readJson } from '../read-json';
import { rolloutKind, untilReleased } from './argo-rollouts';
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
  /** The names of what Argo Rollouts releases. */
  #rollouts: readonly string[] = [];

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
    // Who may not read Rollouts, or has no such kind, is asked for them only if the release has some.
    const manifest = await this.#helm(['get', 'manifest']).catch(() => '');
    const kinds = ['deployments', ...(/^kind: Rollout$/m.test(manifest) ? [rolloutKind] : [])];
    const running = readRunning(
      await this.kubectl('get', kinds.join(), '--selector', labels, '--output', 'json'),
    );
    if (running.length === 0)
      throw new ClusterError(
        `--release: nothing runs of ${name} here; install it first: helm install ${name} deploy/helm/faultline`,
      );
    this.#rollouts = running.flatMap(({ kind, workload }) => (kind === 'Rollout' ? workload : []));
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
    const printed = await this.#helm(['status'], '--output', 'json');
    return readJson('helm status', Status, printed).version;
  }

  /**
   * Upgrades it, with these values changed, and waits until its pods are ready, and Argo Rollouts has released what it releases.
   * Throws a ClusterError. It is a deployment, or a step of a canary.
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
        ...['--description', `${marks[kind]}${what}`, ...this.#helmOptions],
        ...(await this.#howToApply(seconds)),
      ],
      { input: JSON.stringify(values) },
    );
    await this.#untilReleased({ seconds, atOnce: false });
  }

  /** Takes it back to a revision at once, and waits until its pods are ready. Throws a ClusterError. */
  async rollback(revision: number, seconds: number): Promise<void> {
    await this.#helm(['rollback'], String(revision), ...(await this.#howToApply(seconds)));
    await this.#untilReleased({ seconds, atOnce: true });
  }

  /** The revision before the last deployment. Throws a ClusterError if there is none, or it has been reverted. */
  async beforeLastDeployment(): Promise<number> {
    const printed = await this.#helm(['history'], '--output', 'json');
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

  #helm(command: readonly string[], ...args: readonly string[]): Promise<string> {
    return run('helm', [...command, this.#name.name, ...args, ...this.#helmOptions]);
  }

  async #untilReleased(waiting: Parameters<typeof untilReleased>[2]): Promise<void> {
    const kubectl = (...args: readonly string[]) => this.kubectl(...args);
    await Promise.all(this.#rollouts.map((name) => untilReleased(kubectl, name, waiting)));
  }

  /**
   * Helm 4 refuses to change what others have changed by hand, and waits for a Rollout until its time is over
   * (https://github.com/helm/helm/issues/32615); Helm 3 has no such options.
   */
  async #howToApply(seconds: number): Promise<readonly string[]> {
    const isHelm3 = (await run('helm', ['version', '--short'])).startsWith('v3');
    const wait = isHelm3 || this.#rollouts.length === 0 ? '--wait' : '--wait=legacy';
    return [wait, '--timeout', `${seconds}s`, ...(isHelm3 ? [] : ['--force-conflicts'])];
  }
}
