/** One sample of a metrics page. */
export interface Sample {
  name: string;
  labels: Readonly<Record<string, string>>;
  value: number;
  /** The exemplar's trace, where there is one. */
  traceId: string | undefined;
}

const sampleLine = /^(\w+)(?:\{(.*?)\})? (\S+)(?: # \{trace_id="(\w+)".*)?$/;

const labelsOf = (text = ''): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

/** Reads a page of metrics with its exemplars, as a scraper that accepts OpenMetrics gets it; throws without one. */
export const readMetrics = async (adminUrl: string, signal?: AbortSignal): Promise<Sample[]> => {
  const response = await fetch(`${adminUrl}/metrics`, {
    headers: { accept: 'application/openmetrics-text;version=1.0.0' },
    ...(signal && { signal }),
  });
  const page = await response.text();
  if (!response.ok) throw new Error(`${adminUrl}/metrics answered ${response.status}`);
  return parseMetrics(page);
};

/** Reads a page of metrics, in OpenMetrics or in Prometheus's text format. */
export const parseMetrics = (page: string): Sample[] =>
  page.split('\n').flatMap((line) => {
    const match = line.startsWith('#') ? null : sampleLine.exec(line);
    if (!match) return [];
    const [, name = '', labels, value, traceId] = match;
    return [{ name, labels: labelsOf(labels), value: Number(value), traceId }];
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
