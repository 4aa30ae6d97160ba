import { MetricHistory } from '@faultline/signals';
import { type ServiceName, serviceNames } from '@faultline/topology';

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
  service: ServiceName,
  name: string,
  labels: Readonly<Record<string, string>>,
  values: readonly (number | undefined)[],
): Recorded => ({
  name,
  labels: { service, job: service, instance: `${service}:9090`, ...labels },
  values,
});

/** The series in the notation of `promtool test rules`. */
export const inputSeries = ({ name, labels, values }: Recorded) => ({
  series: `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(',')}}`,
  values: values.map((value) => value ?? '_').join(' '),
});

/** The same series as libs/signals would have scraped them; `up` tells which scrapes there were. */
export const historyOf = (series: readonly Recorded[]): MetricHistory => {
  const history = new MetricHistory();
  for (const service of serviceNames) {
    const own = series.filter(({ labels }) => labels.service === service);
    const up = own.find(({ name }) => name === 'up')?.values ?? [];
    up.forEach((value, scrape) => {
      if (value === undefined) return;
      const samples = own.flatMap(({ name, labels, values }) => {
        const read = values[scrape];
        return read === undefined ? [] : [{ name, labels, value: read, traceId: undefined }];
      });
      history.add(service, {
        time: scrape * scrapeInterval,
        samples: value === 1 ? samples : undefined,
      });
    });
  }
  return history;
};
