import { MetricHistory, parseMetrics } from '@faultline/evidence';
import type { ServiceName } from '@faultline/topology';

/** A scrape of a service, two seconds after the one before: its page of metrics; undefined if it is away. */
export type Page = string | undefined;

/** The histories of services whose last scrape is at `now`. */
export const historyOf = (
  now: number,
  pages: Partial<Record<ServiceName, readonly Page[]>>,
): MetricHistory => {
  const history = new MetricHistory({ scrapes: 100 });
  const services = Object.entries(pages).filter((entry): entry is [ServiceName, Page[]] =>
    Array.isArray(entry[1]),
  );
  for (const [service, list] of services)
    list.forEach((page, index) => {
      history.add(service, {
        time: now - 2_000 * (list.length - 1 - index),
        samples: page === undefined ? undefined : parseMetrics(page),
      });
    });
  return history;
};

/** The requests of a service: successful and failed ones, and how many took up to 1 s and up to 10 s. */
export const requests = (good: number, failed = 0, slow = 0): string => {
  const labels = 'http_request_method="GET",http_route="/x",http_response_status_code';
  const series = (status: number, count: number, late: number) =>
    [
      `http_server_request_duration_seconds_bucket{le="1",${labels}="${status}"} ${count - late}`,
      `http_server_request_duration_seconds_bucket{le="10",${labels}="${status}"} ${count}`,
      `http_server_request_duration_seconds_bucket{le="+Inf",${labels}="${status}"} ${count}`,
      `http_server_request_duration_seconds_count{${labels}="${status}"} ${count}`,
    ].join('\n');
  return `${series(200, good, slow)}\n${series(500, failed, 0)}\n`;
};
