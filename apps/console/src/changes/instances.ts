import type { MetricWindow } from '@faultline/evidence';

/** A process of a service. */
export interface Instance {
  version: string;
  /** Seconds since 1970. */
  start: number;
}

/** The instances in the last scrape of a window that could be read, the one that started last first. */
export const instancesIn = ({ series }: MetricWindow): Instance[] => {
  const starts = series('process_start_time_seconds');
  const last = Math.max(
    ...starts.map(({ values }) => values.findLastIndex((value) => !Number.isNaN(value))),
  );
  const builds = series('build_info');
  return starts
    .flatMap(({ labels: { instance }, values }) => {
      const start = values[last];
      const build = builds.find(
        ({ labels, values: present }) =>
          labels.instance === instance && !Number.isNaN(present[last] ?? Number.NaN),
      );
      const version = build?.labels.version;
      return start === undefined || Number.isNaN(start) || version === undefined
        ? []
        : [{ version, start }];
    })
    .sort((a, b) => b.start - a.start);
};
