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
}

/** Deploys a plan: upgrades, waits and checks. Throws a ClusterError with the evidence, after it has reverted. */
export const rollOut = async (rollOut: RollOut): Promise<void> => {
  const { release, limits } = rollOut;
  const before = await release.revision();
  const failure = await upgradeAndCheck(rollOut);
  if (failure === undefined) return;
  if ((await release.revision()) === before)
    throw new ClusterError(`${failure}\nNothing was changed.`);
  console.log(`Reverting to revision ${before}`);
  try {
    await release.rollback(before, limits.timeout);
  } catch (error) {
    throw new ClusterError(
      `${failure}\nIt could not be reverted, so the release is between two versions: ${wordsOf(error)}`,
      { cause: error },
    );
  }
  throw new ClusterError(`${failure}\nReverted: what ran before runs again.`);
};

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Why a deployment is to be reverted, in lines; undefined if all is well. */
const upgradeAndCheck = async (rollOut: RollOut): Promise<string | undefined> => {
  const { release, running, next, chartRevision, limits } = rollOut;
  const versions = new Map<Component, ImageVersion>(
    // Those that are not in the plan are named too, so that a chart with another default does not change them.
    running.map(({ component, tag, digest, revision }) => [
      component,
      next.get(component) ?? { tag, digest, revision },
    ]),
  );
  try {
    await release.upgrade(valuesFor(versions, chartRevision), describe(next), limits.timeout);
  } catch (error) {
    const workloads = new Map(
      running
        .filter(({ component }) => next.has(component))
        .map((each) => [each.component, each.workload]),
    );
    const evidence = workloads.size > 0 ? await podEvidence(release, workloads) : '';
    return ['The roll-out failed.', wordsOf(error), evidence].filter(Boolean).join('\n');
  }
  console.log('roll-out: all pods are ready');
  for (const [name, check] of checksOf(rollOut)) {
    const { outcome, words } = await check();
    if (outcome === 'failed') return `The check ${name} failed:\n${words}`;
    console.log(`${name}: ${outcome === 'passed' ? '' : 'not checked, because '}${words}`);
  }
  return undefined;
};

const describe = (next: ReadonlyMap<Component, ImageVersion>): string =>
  [...next].map(([name, version]) => `${name} ${inWords(version)}`).join(', ') || 'the chart';

const checksOf = ({
  release,
  shop,
  slos,
  limits,
}: RollOut): readonly (readonly [string, () => Promise<CheckResult>])[] => [
  ['health', () => checkHealth(shop, limits.settle)],
  ['smoke', () => checkSmoke(() => release.test(limits.timeout))],
  [
    'objectives',
    async () =>
      (await slos?.check(limits.watch)) ?? {
        outcome: 'not checked',
        words: 'the release has no console, and --prometheus is not given',
      },
  ],
];

/** Takes the last deployment back, and checks that all is well. Throws a ClusterError if not. */
export const revert = async (
  release: Release,
  shop: string,
  { timeout, settle }: Limits,
): Promise<void> => {
  const revision = await release.beforeLastDeployment();
  console.log(`Reverting to revision ${revision}`);
  await release.rollback(revision, timeout);
  const { outcome, words } = await checkHealth(shop, settle);
  if (outcome === 'failed')
    throw new ClusterError(`Reverted, but the check health failed:\n${words}`);
  console.log(`health: ${words}`);
};
