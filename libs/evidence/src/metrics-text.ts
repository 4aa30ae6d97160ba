/** One sample of a metrics page. */
export interface Sample {
  name: string;
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** A line may end in an exemplar, which only `readExemplars` reads. */
const sampleLine = /^(\w+(?:\{.*?\})?) (\S+)(?: # .*)?$/;

interface SeriesName {
  name: string;
  labels: Readonly<Record<string, string>>;
}

/** The series by their text on a page, because a page repeats most of what the page before had. */
const knownSeries = new Map<string, SeriesName>();
const mostSeries = 50_000;

const seriesOf = (text: string): SeriesName => {
  const known = knownSeries.get(text);
  if (known) return known;
  // A copy: a part of a page would keep the whole page in memory.
  const copy = structuredClone(text);
  const begin = copy.indexOf('{');
  const series = {
    name: begin < 0 ? copy : copy.slice(0, begin),
    labels: labelsOf(begin < 0 ? '' : copy.slice(begin + 1, -1)),
  };
  if (knownSeries.size >= mostSeries) knownSeries.clear();
  knownSeries.set(copy, series);
  return series;
};

const labelsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

/** A page of metrics as a scraper that accepts OpenMetrics gets it; throws without one. */
const readPage = async (adminUrl: string, signal?: AbortSignal): Promise<string> => {
  const response = await fetch(`${adminUrl}/metrics`, {
    headers: { accept: 'application/openmetrics-text;version=1.0.0' },
    ...(signal && { signal }),
  });
  const page = await response.text();
  if (!response.ok) throw new Error(`${adminUrl}/metrics answered ${response.status}`);
  return page;
};

/** Reads a page of metrics; throws without one. */
export const readMetrics = async (adminUrl: string, signal?: AbortSignal): Promise<Sample[]> =>
  parseMetrics(await readPage(adminUrl, signal));

/** The traces of the exemplars on a page of metrics; throws without one. */
export const readExemplars = async (adminUrl: string): Promise<string[]> =>
  [...(await readPage(adminUrl)).matchAll(/ # \{trace_id="(\w+)"/g)].map(
    ([, traceId = '']) => traceId,
  );

/** Reads a page of metrics, in OpenMetrics or in Prometheus's text format. */
export const parseMetrics = (page: string): Sample[] =>
  page.split('\n').flatMap((line) => {
    const match = line.startsWith('#') ? null : sampleLine.exec(line);
    if (!match) return [];
    const [, text = '', value] = match;
    return [{ ...seriesOf(text), value: Number(value) }];
  });

/** The sum of the samples of a name whose labels hold these. */
export const sumOf = (
  samples: readonly Sample[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number =>
  samples
    .filter((sample) => sample.name === name)
    .filter((sample) =>
      Object.entries(labels).every(([key, value]) => sample.labels[key] === value),
    )
    .reduce((sum, { value }) => sum + value, 0);
