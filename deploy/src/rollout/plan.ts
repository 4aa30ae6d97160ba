import { ClusterError } from '../cluster/programs';
import { changesSinceRecorded } from './changes';
import { type Component, componentNames, shortRevision } from './components';
import type { Running } from './running';

export interface Selection {
  /** If empty, all that run. */
  services: readonly Component[];
  /** Only what differs from what runs. */
  affected: boolean;
}

/** What to change, and why. */
export interface Plan {
  components: ReadonlyMap<Component, string>;
  /** Why the chart is to be applied; undefined if it is the one that runs. */
  chart: string | undefined;
}

const unknown = (revision: string): string =>
  revision === '' ? 'the commit that runs is not known' : `git knows no commit ${revision}`;

/** Compares each component with the commit that it runs, and the chart with the one that was applied last. */
export const planOf = async (
  workspace: string,
  running: readonly Running[],
  { services, affected }: Selection,
): Promise<Plan> => {
  const there = new Set(running.map(({ component }) => component));
  const missing = services.find((name) => !there.has(name));
  if (missing) throw new ClusterError(`--service: ${missing} does not run in this release`);

  const since = new Map<string, ReturnType<typeof changesSinceRecorded>>();
  const changesFrom = (revision: string): ReturnType<typeof changesSinceRecorded> => {
    const changes = since.get(revision) ?? changesSinceRecorded(workspace, revision);
    since.set(revision, changes);
    return changes;
  };

  const components = new Map<Component, string>();
  for (const name of componentNames) {
    const runs = running.find(({ component }) => component === name);
    if (!runs || (services.length > 0 && !services.includes(name))) continue;
    const changes = affected ? await changesFrom(runs.revision) : undefined;
    if (!affected) components.set(name, 'asked for');
    else if (runs.isRefused) components.set(name, 'Argo Rollouts has rolled back what should run');
    else if (!changes) components.set(name, unknown(runs.revision));
    else if (changes.images.has(name))
      components.set(name, `changed since ${shortRevision(runs.revision)}`);
  }
  return { components, chart: await chartReason(running, changesFrom) };
};

const chartReason = async (
  running: readonly Running[],
  changesFrom: (revision: string) => ReturnType<typeof changesSinceRecorded>,
): Promise<string | undefined> => {
  const revision = running[0]?.chartRevision ?? '';
  const changes = await changesFrom(revision);
  if (!changes) return unknown(revision);
  return changes.chart ? `changed since ${shortRevision(revision)}` : undefined;
};
