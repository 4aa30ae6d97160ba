import { ClusterError } from '../cluster/programs';
import type { CheckResult } from './checks/check';
import { checkHealth } from './checks/health';
import type { SloWatch } from './checks/slos';
import { checkSmoke } from './checks/smoke';
import { type Component, type ImageVersion, inWords, valuesFor } from './components';
import type { Plan } from './plan';
import { podEvidence } from './pod-evidence';
import type { Release } from './release';
import type { Running } from './running';
import type { Step } from './step';
import { takeBack, wordsOf } from './take-back';
import { markUnfinished } from './unfinished';

/** In seconds. */
export interface Limits {
  /** In which all pods must be ready. */
  timeout: number;
  /** In which all that the shop depends on must be well afterwards. */
  settle: number;
  /** For how long no objective may burn. */
  watch: number;
}

export interface RollOut {
  release: Release;
  running: readonly Running[];
  plan: Plan;
  /** What the components of the plan will run. */
  next: ReadonlyMap<Component, ImageVersion>;
  chartRevision: string;
  /** The URL of the shop. */
  shop: string;
  /** Undefined if nothing can be asked for burn rates. */
  slos: SloWatch | undefined;
  limits: Limits;
  /** A file that is there until it has ended. */
  unfinished: string | undefined;
  /** Interrupts it: what was changed is then reverted. */
  signal: AbortSignal;
}

/**
 * Deploys a plan: upgrades, waits and checks. If it fails or is interrupted, it throws after it has reverted: a ClusterError with
 * the evidence, or the reason of the signal. If somebody else changes the release meanwhile, it throws a ClusterError, too, and reverts
 * nothing.
 */
export const rollOut = async (rollOut: RollOut): Promise<void> => {
  const { release, next, limits, signal, unfinished } = rollOut;
  const before = await release.revision();
  const ended = await markUnfinished(unfinished, before, [stepOf(next)]);
  try {
    await upgrade(rollOut);
    for (const [name, check] of checksOf(rollOut)) await passes(name, check, signal);
  } catch (error) {
    const reverted = await takeBack(release, { before, seconds: limits.timeout, error });
    await ended();
    const end = reverted ? 'Reverted: what ran before runs again.' : 'Nothing was changed.';
    if (signal.aborted) console.log(end);
    signal.throwIfAborted();
    throw new ClusterError(`${wordsOf(error)}\n${end}`, { cause: error });
  }
  await ended();
  await release.expectUnchanged();
};

const upgrade = async (rollOut: RollOut): Promise<void> => {
  const { release, running, next, chartRevision, limits, signal } = rollOut;
  const versions = new Map<Component, ImageVersion>(
    // Those that are not in the plan are named too, so that a chart with another default does not change them.
    running.map(({ component, tag, digest, revision }) => [
      component,
      next.get(component) ?? { tag, digest, revision },
    ]),
  );
  const workloads = new Map(
    running.flatMap(({ component, workload }) =>
      next.has(component) ? [[component, workload]] : [],
    ),
  );
  signal.throwIfAborted();
  try {
    await release.upgrade(valuesFor(versions, chartRevision), {
      ...{ step: stepOf(next), seconds: limits.timeout, signal },
      workloads: [...workloads.values()],
    });
  } catch (error) {
    signal.throwIfAborted();
    const evidence = workloads.size > 0 ? await evidenceOf(release, workloads) : '';
    const words = ['The roll-out failed.', wordsOf(error), evidence].filter(Boolean).join('\n');
    throw new ClusterError(words, { cause: error });
  }
  console.log('roll-out: all pods are ready');
};

/** The failure is told without its evidence if there is none to be had. */
const evidenceOf: typeof podEvidence = (...of) =>
  podEvidence(...of).catch((error) => `The pods cannot be looked at: ${wordsOf(error)}`);

/** Throws a ClusterError if a check fails or cannot be made. */
const passes = async (
  name: string,
  check: () => Promise<CheckResult>,
  signal: AbortSignal,
): Promise<void> => {
  const { outcome, words } = await check().catch(
    (error): CheckResult => ({ outcome: 'failed', words: wordsOf(error) }),
  );
  signal.throwIfAborted();
  if (outcome === 'failed') throw new ClusterError(`The check ${name} failed:\n${words}`);
  console.log(`${name}: ${outcome === 'passed' ? '' : 'not checked, because '}${words}`);
};

const stepOf = (next: ReadonlyMap<Component, ImageVersion>): Step => {
  const versions = [...next].map(([name, version]) => `${name} ${inWords(version)}`);
  return { mark: 'deployed', what: versions.join(', ') || 'the chart' };
};

const checksOf = ({
  release,
  shop,
  slos,
  limits,
  signal,
}: RollOut): readonly (readonly [string, () => Promise<CheckResult>])[] => [
  ['health', () => checkHealth(shop, limits.settle, signal)],
  ['smoke', () => checkSmoke(() => release.test(limits.timeout, signal))],
  [
    'objectives',
    async () =>
      (await slos?.check(limits.watch, signal)) ?? {
        outcome: 'not checked',
        words: 'the release has no console, and --prometheus is not given',
      },
  ],
];

/** Goes back to a revision, and checks that all is well. Throws a ClusterError if not. */
export const revert = async (
  release: Release,
  revision: number,
  shop: string,
  { timeout, settle }: Limits,
  signal: AbortSignal,
): Promise<void> => {
  console.log(`Reverting to revision ${revision}`);
  for (const { revision: later, description = '' } of await release.undoneBesides(revision))
    console.log(
      `This undoes revision ${later} (${description}), too, with the values that it has set`,
    );
  await release.rollback(revision, timeout);
  const { outcome, words } = await checkHealth(shop, settle, signal);
  signal.throwIfAborted();
  if (outcome === 'failed')
    throw new ClusterError(`Reverted, but the check health failed:\n${words}`);
  console.log(`health: ${words}`);
};
