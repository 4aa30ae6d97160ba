import { shopPattern } from '@faultline/contracts';
import type { WindowSeries } from '@faultline/evidence';
import { clientDuration, label, serverDuration, storeDuration } from '@faultline/telemetry/names';
import {
  entry,
  isService,
  isStore,
  ownerOf,
  type ServiceName,
  serviceNames,
  services,
} from '@faultline/topology';

type Labels = WindowSeries['labels'];

/** Where requests or operations are counted: a histogram of durations in the metrics of a service. */
export interface Traffic {
  source: ServiceName;
  metric: string;
  labels: Labels;
  hasFailed(labels: Labels): boolean;
  /** What is done: a route, or an operation. */
  routeOf(labels: Labels): string;
}

const routeOf = (labels: Labels): string => `${labels[label.method]} ${labels[label.route]}`;

const isServerError = (labels: Labels): boolean => labels[label.status]?.startsWith('5') === true;

const served = (source: ServiceName, labels: Labels = {}): Traffic => ({
  source,
  metric: serverDuration,
  labels,
  hasFailed: isServerError,
  routeOf,
});

/** Calls fail without a response, too; one that was refused with a 4xx did not. */
const called = (source: ServiceName, dependency: string): Traffic => ({
  source,
  metric: clientDuration,
  labels: { [label.server]: dependency },
  hasFailed: (labels) => isServerError(labels) || labels[label.status] === '',
  routeOf,
});

const stored = (source: ServiceName, store: string): Traffic => ({
  source,
  metric: storeDuration,
  labels: { [label.store]: store },
  hasFailed: (labels) => labels[label.errorType] !== '',
  routeOf: (labels) => `${labels[label.operation]} ${labels[label.collection]}`.trim(),
});

const pages = `/^(?!${shopPattern.replace('*', '')})/`;
const api = `/^${shopPattern.replace('*', '')}/`;

/** The requests that a component serves, or the operations on it; undefined where nobody counts them. */
export const trafficOf = (component: string): Traffic | undefined => {
  if (isService(component)) return served(component);
  if (component === 'storefront') return served(entry, { [label.route]: pages });
  const owner = ownerOf(component);
  return owner && (isStore(component) ? stored : called)(owner, component);
};

export interface EdgeTraffic {
  from: string;
  to: string;
  traffic: Traffic;
}

/** The edges of the service map. */
export const edges: readonly EdgeTraffic[] = [
  { from: 'shopper', to: 'storefront', traffic: served(entry, { [label.route]: pages }) },
  { from: 'storefront', to: entry, traffic: served(entry, { [label.route]: api }) },
  ...serviceNames.flatMap((from): EdgeTraffic[] => [
    ...services[from].calls.map((to) => ({ from, to, traffic: called(from, to) })),
    ...services[from].stores.map((to) => ({ from, to, traffic: stored(from, to) })),
    ...services[from].externals.map((to) => ({ from, to, traffic: called(from, to) })),
  ]),
];
