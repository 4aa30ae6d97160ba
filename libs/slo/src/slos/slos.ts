import { shopRoutes } from '@faultline/contracts';
import { serverDuration } from '@faultline/telemetry/names';
import { entry, identityLabels } from '@faultline/topology';
import type { Series, SeriesOwner } from '../conditions';
import { objectives } from '../objectives';
import { requests } from '../shared-conditions';
import { selector } from '../translations/selector';

const apart = identityLabels.installation;

/** A service level objective: errors, and how many of them are allowed. */
export interface Slo {
  name: string;
  title: string;
  /** Whose metrics it is computed from. */
  service: SeriesOwner;
  /** The objective as text, such as `99 %`. */
  objective: string;
  /** The errors that are allowed, in the unit of `errors`. */
  budget: number;
  /** The errors over a window as PromQL, for each installation: a ratio, or a number per second. */
  errors(window: string): string;
  /** What has existed for as long as there is something to say. */
  since: Series;
}

const sum = (series: Series, window: string): string =>
  `sum by (${apart}) (rate(${selector(series)}[${window}]))`;

/** The ratio of bad events; 0 if there were none, or no events at all. */
const badRatio =
  (bad: Series, all: Series) =>
  (window: string): string =>
    `(${sum(bad, window)} or 0 * ${sum(all, window)}) / clamp_min(${sum(all, window)}, 1e-9)`;

const percent = (ratio: number): string => `${Number((ratio * 100).toPrecision(6))} %`;

/** Uptime of a gateway, by the synthetic checks of the console. */
const uptime = (probe: 'web-gateway' | 'api-gateway'): Slo => {
  const checks: Series = { service: 'console', metric: 'probe_success', labels: { probe } };
  return {
    name: `uptime-${probe}`,
    title: `The checks of ${probe} succeed`,
    service: 'console',
    objective: percent(objectives.availability),
    budget: 1 - objectives.availability,
    errors: (window) => `1 - avg by (${apart}) (avg_over_time(${selector(checks)}[${window}]))`,
    since: checks,
  };
};

/** Requests of a route of the public API that do not fail. */
const success = (
  name: string,
  title: string,
  route: { method: string; path: string },
  ratio: number,
): Slo => {
  const labels = { http_request_method: route.method, http_route: route.path };
  const all: Series = { service: 'api-gateway', metric: requests, labels };
  const bad = { ...all, labels: { ...labels, http_response_status_code: '/^5/' } };
  return {
    name,
    title,
    service: 'api-gateway',
    objective: percent(ratio),
    budget: 1 - ratio,
    errors: badRatio(bad, all),
    since: { service: 'api-gateway', metric: 'build_info' },
  };
};

const atEntry: Series = { service: entry, metric: requests };
const inTime: Series = {
  service: entry,
  metric: `${serverDuration}_bucket`,
  labels: { le: String(objectives.latency) },
};
const failedPayments: Series = {
  service: 'payment',
  metric: 'payments_total',
  labels: { outcome: 'failed' },
};

/** All objectives. Rules, Sloth's specs and the documentation are made of them. */
export const slos: readonly Slo[] = [
  uptime('web-gateway'),
  uptime('api-gateway'),
  {
    name: 'failed-payments',
    title: 'Payments do not fail for reasons other than the shopper’s card',
    service: 'payment',
    objective: `at most ${objectives.failedPayments} a month`,
    budget: objectives.failedPayments / objectives.month,
    errors: (window) => sum(failedPayments, window),
    since: failedPayments,
  },
  {
    name: 'latency',
    title: `Requests get a response within ${objectives.latency} s`,
    service: entry,
    objective: percent(objectives.inTime),
    budget: 1 - objectives.inTime,
    errors: (window) =>
      `clamp_min(${sum(atEntry, window)} - ${sum(inTime, window)}, 0) / clamp_min(${sum(atEntry, window)}, 1e-9)`,
    since: { service: entry, metric: 'build_info' },
  },
  success('search', 'Searches do not fail', shopRoutes.searchProducts, objectives.searchSuccess),
  success('checkout', 'Checkouts do not fail', shopRoutes.checkout, objectives.checkoutSuccess),
];
