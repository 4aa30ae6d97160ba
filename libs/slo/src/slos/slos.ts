import { type Route, shopRoutes } from '@faultline/contracts';
import { serverDuration } from '@faultline/telemetry/names';
import { entry, type Gateway, gateways, type ServiceName } from '@faultline/topology';
import type { Series, SeriesOwner } from '../conditions';
import { objectives } from '../objectives';
import { percent } from '../plain-numbers';
import { failedStatus, requests } from '../shared-conditions';
import { bucketUpTo } from '../translations/selector';
import type { Indicator } from './indicators';

/** A service level objective: errors, and how many of them are allowed. */
export interface Slo {
  name: string;
  title: string;
  /** Whose metrics it is computed from. */
  service: SeriesOwner;
  /** What it is about: the checks of the console are about a gateway. */
  component: ServiceName;
  /** The objective as text, such as `99 %`. */
  objective: string;
  /** The errors that are allowed: a ratio, or for a count the number per second. */
  budget: number;
  indicator: Indicator;
  /** What is counted where a single error is meant, in the plural, such as `failed payments`. */
  unit: string;
  /** Whether errors are told as the time that they lasted, in seconds. */
  isTime?: true;
  /** What has existed for as long as there is something to say. */
  since: Series;
}

/** Uptime of a gateway, by the synthetic check that enters the shop there. */
const uptime = ({ name: gateway, check: probe }: Gateway): Slo => {
  const all: Series = { service: 'console', metric: 'probe_checks_total', labels: { probe } };
  return {
    name: `uptime-${gateway}`,
    title: `The checks of ${gateway} succeed`,
    service: 'console',
    component: gateway,
    objective: percent(objectives.availability),
    budget: 1 - objectives.availability,
    indicator: { kind: 'bad-of-all', bad: { ...all, labels: { probe, outcome: 'failed' } }, all },
    unit: 'seconds of downtime',
    isTime: true,
    since: all,
  };
};

/** Requests of a route of the public API that do not fail. They are counted from 0, or the first failures would be missed. */
const success = (
  name: string,
  title: string,
  unit: string,
  route: Route & { hasObjective: true },
  ratio: number,
): Slo => {
  const labels = { http_request_method: route.method, http_route: route.path };
  const all: Series = { service: 'api-gateway', metric: requests, labels };
  const bad = { ...all, labels: { ...labels, http_response_status_code: failedStatus } };
  return {
    name,
    title,
    service: 'api-gateway',
    component: 'api-gateway',
    objective: percent(ratio),
    budget: 1 - ratio,
    indicator: { kind: 'bad-of-all', bad, all },
    unit,
    since: { service: 'api-gateway', metric: 'build_info' },
  };
};

const atEntry: Series = { service: entry, metric: requests };
const inTime: Series = {
  service: entry,
  metric: `${serverDuration}_bucket`,
  labels: { le: bucketUpTo(objectives.latency) },
};
const failedPayments: Series = {
  service: 'payment',
  metric: 'payments_total',
  labels: { outcome: 'failed' },
};

/** All objectives. Rules, Sloth's specs, the console's budgets and the documentation are made of them. */
export const slos: readonly Slo[] = [
  ...gateways.map(uptime),
  {
    name: 'failed-payments',
    title: 'Payments do not fail for reasons other than the shopper’s card',
    service: 'payment',
    component: 'payment',
    objective: `at most ${objectives.failedPayments} a month`,
    budget: objectives.failedPayments / objectives.month,
    indicator: { kind: 'count', bad: failedPayments },
    unit: 'failed payments',
    since: failedPayments,
  },
  {
    name: 'latency',
    title: `Requests get a response within ${objectives.latency} s`,
    service: entry,
    component: entry,
    objective: percent(objectives.inTime),
    budget: 1 - objectives.inTime,
    indicator: { kind: 'good-of-all', good: inTime, all: atEntry },
    unit: 'slow requests',
    since: { service: entry, metric: 'build_info' },
  },
  success(
    'search',
    'Searches do not fail',
    'failed searches',
    shopRoutes.searchProducts,
    objectives.searchSuccess,
  ),
  success(
    'checkout',
    'Checkouts do not fail',
    'failed checkouts',
    shopRoutes.checkout,
    objectives.checkoutSuccess,
  ),
];
