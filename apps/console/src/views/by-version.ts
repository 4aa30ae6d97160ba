import type { Increments, MetricWindow } from '@faultline/evidence';

/** Divides the growth of a series in a window by the version that its instance had at each scrape. */
export const divideByVersion = ({ series }: MetricWindow) => {
  const versions = new Map<string | undefined, (string | undefined)[]>();
  for (const { labels, values } of series('build_info')) {
    const ofInstance = versions.get(labels.instance) ?? values.map(() => undefined);
    versions.set(labels.instance, ofInstance);
    values.forEach((value, scrape) => {
      if (value > 0) ofInstance[scrape] = labels.version;
    });
  }
  return ({ labels, by }: Increments): [version: string, part: Increments][] => {
    const ofInstance = versions.get(labels.instance) ?? [];
    return [...new Set(ofInstance)].flatMap((version) =>
      version === undefined
        ? []
        : [
            [
              version,
              { labels, by: by.map((each, scrape) => (ofInstance[scrape] === version ? each : 0)) },
            ],
          ],
    );
  };
};
