import type { MetricName } from '@faultline/telemetry/names';
import { identityLabels } from '@faultline/topology';
import type { Series, SeriesOwner } from '../conditions';
import { selector } from './selector';

/** Two versions of a service in one installation. The texts may be placeholders that are filled in later. */
export interface Compared {
  service: SeriesOwner;
  /** NAMESPACE/PREFIX, as in all telemetry of the installation. */
  installation: string;
  /** The new version; every other one that runs is the stable one. */
  version: string;
  /** In PromQL's format, such as `1m`. */
  window: string;
}

type Which = 'new' | 'stable';

/** It has the version of its process, whatever labels the scraper adds. */
const running = 'build_info' satisfies MetricName;

const process = `${identityLabels.installation}, job, instance`;

const within = (series: Omit<Series, 'service'>, { service, installation }: Compared): string =>
  selector({
    ...series,
    service,
    labels: { [identityLabels.installation]: installation, ...series.labels },
  });

/**
 * The increase of each counter of the processes of one version. A series that was not there before the window has increased
 * from 0: a new version has served its first requests between its start and its first scrape.
 */
export const grownOf = (
  which: Which,
  series: Omit<Series, 'service'>,
  compared: Compared,
): string => {
  const { window, version } = compared;
  const counter = within(series, compared);
  const before = `present_over_time(${counter}[${window}] offset ${window})`;
  // A process keeps its version while it cannot be scraped: a bad one is not counted as a stable one then.
  const newOnes = `last_over_time(${within({ metric: running, labels: { version } }, compared)}[${window}])`;
  // What is gone, which has no `up` any more, says nothing of the new version: the same one may have been released, and taken
  // back, shortly before.
  const increase = `increase(${counter}[${window}])`;
  const grown = which === 'new' ? `(${increase} and on (job, instance) up)` : increase;
  return `(
  ((${counter} unless ${before}) or ${grown})
  ${which === 'new' ? 'and' : 'unless'} on (${process}) ${newOnes}
)`;
};
