import { MetricHistory } from '@faultline/evidence';
import type { SeriesOwner } from '@faultline/slo';
import { defaultInstallation, identityLabels, serviceNames, toolNames } from '@faultline/topology';

/** Milliseconds between scrapes. */
export const scrapeInterval = 5_000;

/** What one series was at each scrape; undefined where it was not there. */
export interface Recorded {
  name: string;
  labels: Readonly<Record<string, string>>;
  values: readonly (number | undefined)[];
}

/** A series of one process of a service. */
export const recorded = (
  service: SeriesOwner,
  name: string,
  labels: Readonly<Record<string, string>>,
  values: readonly (number | undefined)[],
): Recorded => ({
  name,
  labels: {
    [identityLabels.service]: service,
    [identityLabels.installation]: defaultInstallation,
    job: service,
    instance: `${service}:9090`,
    ...labels,
  },
  values,
});

const isThere = (value: number | undefined): boolean => value !== undefined;

/** The series in the notation of `promtool test rules`. */
export const inputSeries = ({ name, labels, values }: Recorded) => ({
  series: `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(',')}}`,
  values: values
    .map((value, scrape) => value ?? (values.slice(0, scrape).some(isThere) ? 'stale' : '_'))
    .join(' '),
});

/** The same series as libs/evidence would have scraped them, from the first `build_info` on. */
export const historyOf = (series: readonly Recorded[]): MetricHistory => {
  const history = new MetricHistory();
  for (const service of [...serviceNames, ...toolNames]) {
    const own = series.filter(({ labels }) => labels[identityLabels.service] === service);
    const running = own.find(({ name }) => name === 'build_info')?.values ?? [];
    running.forEach((value, scrape) => {
      if (!running.slice(0, scrape + 1).some(isThere)) return;
      const samples = own.flatMap(({ name, labels, values }) => {
        const read = values[scrape];
        return read === undefined ? [] : [{ name, labels, value: read, traceId: undefined }];
      });
      history.add(service, {
        time: scrape * scrapeInterval,
        samples: isThere(value) ? samples : undefined,
      });
    });
  }
  return history;
};
