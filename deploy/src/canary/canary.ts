import { canaryChecks, timingOf } from '@faultline/slo';
import { entry } from '@faultline/topology';
import { ClusterError } from '../cluster/programs';
import { openApi } from '../cluster/tunnel';
import { commitOfTag } from '../images/version';
import { chartDiffers } from '../rollout/changes';
import { checkHealth } from '../rollout/checks/health';
import { shortRevision, valuesFor } from '../rollout/components';
import { serviceUrl } from '../rollout/deploy';
import { Release } from '../rollout/release';
import { installationOf, type Running } from '../rollout/running';
import type { Step } from '../rollout/step';
import { takeBack, wordsOf } from '../rollout/take-back';
import { markUnfinished } from '../rollout/unfinished';
import { analyse, askPrometheus, type Waiting } from './analysis';
import type { CanaryCommand } from './arguments';
import { podsOfWeights } from './weights';

/** `npm run canary`. Throws a ClusterError if the new version was rolled back. */
export const runCanary = async (
  command: CanaryCommand,
  workspace: string,
  waiting: Waiting,
): Promise<void> => {
  const release = new Release(workspace, command.release);
  const running = await release.running();
  const stable = stableOf(running, command);
  if (await release.hasCanary(stable.component))
    throw new ClusterError(
      `a canary of ${stable.component} runs already; if its command was killed, npm run deploy -- --revert takes it back`,
    );
  if (await chartDiffers(workspace, stable.chartRevision))
    throw new ClusterError(
      `the chart differs from the one that runs (${shortRevision(stable.chartRevision)}), and a canary would apply it to all services: deploy it first, by npm run deploy`,
    );
  const steps = podsOfWeights(command.weights, stable.replicas);
  const before = await release.revision();
  const ended = await markUnfinished(command.unfinished, before, stepsOf(command));
  const started = performance.now();
  const seconds = (): string => `${Math.round((performance.now() - started) / 1000)} s`;
  console.log(`${stable.component}: ${stable.tag} → ${command.tag}`);
  try {
    const revision = (await commitOfTag(workspace, command.tag)) ?? '';
    const canary = { release, running, stable, command, revision, waiting };
    for (const [index, pods] of steps.entries())
      await take(canary, command.weights[index] ?? 0, pods);
    await promote(canary, steps.at(-1) ?? 0);
  } catch (error) {
    const took = seconds();
    const reverted = await takeBack(release, { before, seconds: command.timeout, error });
    await ended();
    if (!reverted) throw error;
    console.log(`Reverted after ${seconds()}, ${took} of them until it began`);
    waiting.signal.throwIfAborted();
    throw new ClusterError(`${wordsOf(error)}\nReverted after ${seconds()}: ${stable.tag} runs.`, {
      cause: error,
    });
  }
  await ended();
  await release.expectUnchanged();
  console.log(`All pods have ${command.tag} after ${seconds()}.`);
};

const atWeight = ({ service, tag }: CanaryCommand, weight: number): Step => ({
  mark: 'canary',
  what: `${service} ${tag} at ${weight} %`,
});

const atEnd = ({ service, tag }: CanaryCommand): Step => ({
  mark: 'deployed',
  what: `${service} ${tag}`,
});

/** All that it makes of the release, one after the other. */
const stepsOf = (command: CanaryCommand): readonly Step[] => [
  ...[...command.weights, 100].map((weight) => atWeight(command, weight)),
  atEnd(command),
];

/** What runs of the service. Throws a ClusterError if it cannot have a canary. */
const stableOf = (
  running: readonly Running[],
  { service, tag, digest }: CanaryCommand,
): Running => {
  const stable = running.find(({ component }) => component === service);
  if (!stable) throw new ClusterError(`${service} does not run in this release`);
  if (stable.kind === 'Rollout')
    throw new ClusterError(
      `${service} has rollout.enabled: Argo Rollouts gives new versions their pods, also those of npm run deploy`,
    );
  if (stable.tag === tag)
    throw new ClusterError(
      digest === stable.digest || digest === ''
        ? `${service} has ${tag} already`
        : `${service} has another image of ${tag}; metrics tell versions apart by their tags`,
    );
  return stable;
};

interface Canary {
  release: Release;
  running: readonly Running[];
  stable: Running;
  command: CanaryCommand;
  /** The commit of which the new version is made; empty if its tag does not tell. */
  revision: string;
  waiting: Waiting;
}

/** The values with which the release goes on as it runs, and the service has these. */
const valuesOf = ({ running, stable }: Canary, own: object): object => {
  const versions = new Map(
    running.map(({ component, tag, digest, revision }) => [component, { tag, digest, revision }]),
  );
  const values = valuesFor(versions, stable.chartRevision);
  const services = {
    ...values.services,
    [stable.component]: { ...values.services[stable.component], ...own },
  };
  return { ...values, services };
};

/** Gives the new version so many of the pods, and judges it. */
const take = async (canary: Canary, weight: number, pods: number): Promise<void> => {
  const { release, running, stable, command, revision, waiting } = canary;
  const { service, tag, digest, timeout, prometheus, scrapeInterval } = command;
  waiting.signal.throwIfAborted();
  const values = valuesOf(canary, {
    replicas: stable.replicas - pods,
    canary: { tag, digest, revision, replicas: pods },
  });
  const { signal } = waiting;
  await release.upgrade(values, { step: atWeight(command, weight), seconds: timeout, signal });
  console.log(`${weight} %: ${pods} of ${stable.replicas} pods are ready`);
  const checks = canaryChecks({
    service,
    installation: installationOf(running),
    version: tag,
    window: timingOf(scrapeInterval).window,
  });
  const { passed, words } = await analyse(checks, askPrometheus(prometheus), waiting);
  if (!passed) throw new ClusterError(`${weight} %: ${words}`);
  console.log(`${weight} %: ${words}`);
};

/**
 * The new version becomes the stable one, first beside its canary, so that there are enough pods all the time. The sum of both
 * stays the same, because the settings of the pods are made of it.
 */
const promote = async (canary: Canary, pods: number): Promise<void> => {
  const { release, running, stable, command, revision, waiting } = canary;
  const { tag, digest, settle } = command;
  const how = { seconds: command.timeout, signal: waiting.signal };
  const next = { tag, digest, revision };
  const beside = valuesOf(canary, { ...next, replicas: stable.replicas - pods });
  await release.upgrade(beside, { step: atWeight(command, 100), ...how });
  const none = { tag: '', digest: '', revision: '', replicas: 1 };
  const alone = valuesOf(canary, { ...next, replicas: stable.replicas, canary: none });
  await release.upgrade(alone, { step: atEnd(command), ...how });
  await using api = await openApi(release.kubectlOptions);
  const shop = serviceUrl(api.url, running, entry) ?? '';
  const { outcome, words } = await checkHealth(shop, settle, waiting.signal);
  if (outcome === 'failed') throw new ClusterError(`The check health failed:\n${words}`);
  console.log(`health: ${words}`);
};
