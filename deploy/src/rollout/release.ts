import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { execa } from 'execa';
import { ClusterError, run } from '../cluster/programs';
import {
  isStable,
  keepStable,
  listRollouts,
  patchStatus,
  type Rollout,
  releaseAtOnce,
  rolloutKind,
  untilReleased,
} from './argo-rollouts';
import { howToApply, isBehind } from './helm';
import {
  beforeLastDeployment,
  isUnfinishedSince,
  mayBeAtWork,
  type Revision,
  readHistory,
  undoneBesides,
  unfinishedState,
} from './history';
import { type Running, readRunning, track } from './running';
import { descriptionOf, type Step } from './step';
import type { Unfinished } from './unfinished';

export interface ReleaseName {
  name: string;
  /** If not given, those of kubectl's configuration. */
  namespace: string | undefined;
  context: string | undefined;
}

export interface Upgrade {
  /** For the history of the release. */
  step: Step;
  /** In which all pods must be ready. */
  seconds: number;
  /** Ends it early. */
  signal: AbortSignal;
  /** Workloads that get their version also if Argo Rollouts has refused it before. */
  workloads?: readonly string[];
}

interface Change {
  seconds: number;
  newest: Revision;
  /** Those before it. */
  rollouts: readonly Rollout[];
  hasRollouts?: boolean;
  input?: string;
  signal?: AbortSignal;
}

/** A Rollout after helm has run. */
interface AfterChange {
  name: string;
  isChanged: boolean;
  /** Whether its controller has taken its newest version back. */
  isRefused: boolean;
}

const option = (name: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [name, value];

/** A release of the chart in a cluster, by helm and kubectl. */
export class Release {
  readonly #name: ReleaseName;
  readonly #chart: string;
  /** The newest revision that this command has read or made. */
  #known = 0;
  /** The newest revision that it made. */
  #made: number | undefined;
  /** What Argo Rollouts had not released, or had rolled back, when this command upgraded it. */
  #unreleased: ReadonlySet<string> = new Set();

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

  get #labels(): string {
    return `app.kubernetes.io/instance=${this.#name.name},app.kubernetes.io/part-of=faultline`;
  }

  readonly kubectl = (...args: readonly string[]): Promise<string> =>
    run('kubectl', [...args, ...this.kubectlOptions]);

  /** What runs of it. Throws a ClusterError if that is nothing. */
  async running(): Promise<readonly Running[]> {
    const { name } = this.#name;
    // Read first: what changes after it is noticed before this command changes anything.
    this.#known = await this.revision();
    const kinds = ['deployments', ...((await this.#hasRollouts()) ? [rolloutKind] : [])];
    const running = readRunning(
      await this.kubectl('get', kinds.join(), '--selector', this.#labels, '--output', 'json'),
    );
    if (running.length === 0)
      throw new ClusterError(
        `--release: nothing runs of ${name} here; install it first: helm install ${name} deploy/helm/faultline`,
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

  /** Whether this command has made a revision of it. */
  get isChanged(): boolean {
    return this.#made !== undefined;
  }

  /** The number of its newest revision; 0 if it is not installed. */
  async revision(): Promise<number> {
    return (await this.#history()).at(-1)?.revision ?? 0;
  }

  /**
   * Upgrades it, with these values changed, and waits until its pods are ready, and Argo Rollouts has released what changed.
   * Throws a ClusterError, or because of the signal.
   */
  async upgrade(values: object, { step, workloads = [], ...how }: Upgrade): Promise<void> {
    const { name } = this.#name;
    const newest = await this.#newest(': run it again');
    // A canary goes on from its own steps.
    const state = this.isChanged ? undefined : unfinishedState(newest);
    if (state)
      throw new ClusterError(
        `revision ${newest.revision} is ${state}: another command changes the release, or was killed; after one that was killed, npm run deploy -- --revert takes the revision back`,
      );
    const before = await this.#rollouts();
    this.#unreleased = new Set(
      before.filter((each) => !isStable(each)).map(({ metadata }) => metadata.name),
    );
    const after = await this.#change(
      [
        ...['upgrade', name, this.#chart, '--reset-then-reuse-values', '--values', '-'],
        ...['--description', descriptionOf(step)],
      ],
      { ...how, newest, rollouts: before, input: JSON.stringify(values) },
    );
    const [changed, same] = [after.filter(isChanged), after.filter((each) => !isChanged(each))];
    const refused = same.filter((each) => each.isRefused && workloads.includes(each.name));
    for (const { name } of refused) await patchStatus(this.kubectl, name, { abort: false });
    await Promise.all(
      [...changed, ...refused].map((each) => untilReleased(this.kubectl, each.name, how)),
    );
  }

  /** Takes it back to a revision at once, and waits until its pods are ready. Throws a ClusterError. */
  async rollback(revision: number, seconds: number): Promise<void> {
    const newest = await this.#newest();
    const rollouts = await this.#rollouts();
    const hasRollouts = rollouts.length > 0 || (await this.#hasRollouts(revision));
    const after = await this.#change(['rollback', this.#name.name, String(revision)], {
      ...{ seconds, newest, rollouts, hasRollouts },
    });
    await Promise.all(
      after
        .filter(isChanged)
        .map(({ name }) =>
          this.#unreleased.has(name)
            ? keepStable(this.kubectl, name, { seconds })
            : releaseAtOnce(this.kubectl, name, { seconds }),
        ),
    );
  }

  /** The revision before the last deployment. Throws a ClusterError if there is none, or it has been reverted. */
  async beforeLastDeployment(): Promise<number> {
    return beforeLastDeployment(await this.#history());
  }

  /** Throws a ClusterError if another command may be at work at it. */
  async expectIdle(): Promise<void> {
    const newest = (await this.#history()).at(-1);
    if (newest && mayBeAtWork(newest))
      throw new ClusterError(
        `revision ${newest.revision} is ${newest.status} since ${newest.updated}: another command may be at work; if it was killed, npm run deploy -- --revert --force takes the revision back`,
      );
  }

  /** Throws a ClusterError if somebody else has changed it since this command did. */
  async expectUnchanged(): Promise<void> {
    await this.#newest(': the checks may be of that revision, and nothing was reverted');
  }

  /** Whether a command that was killed has left something. Throws a ClusterError if somebody else has changed it since. */
  async isUnfinishedSince(unfinished: Unfinished): Promise<boolean> {
    return isUnfinishedSince(await this.#history(), unfinished);
  }

  /** What a roll-back to a revision undoes besides a deployment. */
  async undoneBesides(target: number): Promise<readonly Revision[]> {
    return undoneBesides(await this.#history(), target);
  }

  /** Runs the chart's smoke test in the cluster, and returns how it ended. */
  async test(seconds: number, signal: AbortSignal): Promise<{ passed: boolean; output: string }> {
    const { name } = this.#name;
    const { exitCode, all } = await execa(
      'helm',
      ['test', name, '--logs', '--timeout', `${seconds}s`, ...this.#helmOptions],
      { all: true, reject: false, stdin: 'ignore', cancelSignal: signal },
    );
    return { passed: exitCode === 0, output: all };
  }

  #helm(command: readonly string[], ...args: readonly string[]): Promise<string> {
    return run('helm', [...command, this.#name.name, ...args, ...this.#helmOptions]);
  }

  async #history(): Promise<readonly Revision[]> {
    const printed = await this.#helm(['history'], '--output', 'json').catch((error) => {
      if (error instanceof ClusterError && /release: not found/.test(error.message)) return '[]';
      throw error;
    });
    return readHistory(printed);
  }

  /** Its newest revision. Throws a ClusterError if that is neither the one that this command has read, nor one that it made. */
  async #newest(advice = ''): Promise<Revision> {
    const newest = (await this.#history()).at(-1);
    if (newest && newest.revision <= this.#known) return newest;
    throw new ClusterError(
      `somebody else changed the release meanwhile (revision ${newest?.revision ?? 'none'})${advice}`,
    );
  }

  /** Who may not read Rollouts, or has no such kind, is asked for them only if the release has some. */
  async #hasRollouts(revision?: number): Promise<boolean> {
    const of = revision === undefined ? [] : ['--revision', String(revision)];
    const manifest = await this.#helm(['get', 'manifest'], ...of).catch(() => '');
    return /^kind: Rollout$/m.test(manifest);
  }

  async #rollouts(): Promise<readonly Rollout[]> {
    return (await this.#hasRollouts()) ? listRollouts(this.kubectl, this.#labels) : [];
  }

  /** Runs helm, and waits until the pods of Deployments are ready. Returns the Rollouts that there are then. */
  async #change(
    command: readonly string[],
    { seconds, newest, rollouts, hasRollouts = rollouts.length > 0, ...options }: Change,
  ): Promise<readonly AfterChange[]> {
    const args = [...command, ...this.#helmOptions, ...(await howToApply(seconds, hasRollouts))];
    const before = this.#made;
    this.#known = newest.revision + 1;
    this.#made = this.#known;
    try {
      await run('helm', args, options);
    } catch (error) {
      if (isBehind(error)) {
        this.#known = newest.revision;
        this.#made = before;
      }
      throw error;
    }
    // Not by their generation: an autoscaler changes that, too.
    const templates = new Map(rollouts.map(({ metadata, spec }) => [metadata.name, spec.template]));
    return (await this.#rollouts()).map(({ metadata: { name }, spec, status }) => ({
      name,
      isChanged: !isDeepStrictEqual(spec.template, templates.get(name)),
      isRefused: status?.abort ?? false,
    }));
  }
}

const isChanged = (rollout: AfterChange): boolean => rollout.isChanged;
