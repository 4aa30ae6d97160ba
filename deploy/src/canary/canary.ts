import { canaryChecks, timingOf } from '@faultline/slo';
import { entry } from '@faultline/topology';
import { ClusterError } from '../cluster/programs';
import { openApi } from '../cluster/tunnel';
import { checkHealth } from '../rollout/checks/health';
import { valuesFor } from '../rollout/components';
import { serviceUrl } from '../rollout/deploy';
import { Release } from '../rollout/release';
import { installationOf, type Running } from '../rollout/running';
import { analyse, askPrometheus, type Waiting } from './analysis';
import type { CanaryCommand } from './arguments';
import { podsOfWeights } from './weights';

/** `npm run canary`. Throws a ClusterError if the new version was taken back. */
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
      `a canary of ${stable.component} runs already; helm history shows the revision before it, and helm rollback takes it back`,
    );
  const steps = podsOfWeights(command.weights, stable.replicas);
  const before = await release.revision();
  const started = performance.now();
  const seconds = (): string => `${Math.round((performance.now() - started) / 1000)} s`;
  console.log(`${stable.component}: ${stable.tag} → ${command.tag}`);
  try {
    const canary = { release, running, stable, command, waiting };
    for (const [index, pods] of steps.entries())
      await take(canary, command.weights[index] ?? 0, pods);
    await promote(canary, steps.at(-1) ?? 0);
    console.log(`All pods have ${command.tag} after ${seconds()}.`);
  } catch (error) {
    if ((await release.revision()) === before) throw error;
    const took = seconds();
    console.log(`Reverting to revision ${before}, ${took} after the start`);
    await release.rollback(before, command.timeout);
    if (!(error instanceof ClusterError)) throw error;
    throw new ClusterError(`${error.message}\nReverted after ${seconds()}: ${stable.tag} runs.`, {
      cause: error,
    });
  }
};

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
  const { release, running, stable, command, waiting } = canary;
  const { service, tag, digest, timeout, prometheus, scrapeInterval } = command;
  waiting.signal.throwIfAborted();
  const values = valuesOf(canary, {
    replicas: stable.replicas - pods,
    canary: { tag, digest, revision: '', replicas: pods },
  });
  await release.upgrade(values, `${service} ${tag} at ${weight} %`, timeout, 'canary');
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
  const { release, running, stable, command } = canary;
  const { service, tag, digest, timeout, settle } = command;
  const next = { tag, digest, revision: '' };
  const beside = valuesOf(canary, { ...next, replicas: stable.replicas - pods });
  await release.upgrade(beside, `${service} ${tag} at 100 %`, timeout, 'canary');
  const none = { tag: '', digest: '', revision: '', replicas: 1 };
  const alone = valuesOf(canary, { ...next, replicas: stable.replicas, canary: none });
  await release.upgrade(alone, `${service} ${tag}`, timeout);
  await using api = await openApi(release.kubectlOptions);
  const { outcome, words } = await checkHealth(serviceUrl(api.url, running, entry) ?? '', settle);
  if (outcome === 'failed') throw new ClusterError(`The check health failed:\n${words}`);
  console.log(`health: ${words}`);
};
