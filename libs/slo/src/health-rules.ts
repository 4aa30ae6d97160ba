import { type ServiceName, type StoreName, serviceNames, services } from '@faultline/topology';
import type { MetricCondition } from './conditions';
import {
  fewestRequests as atLeast,
  failedShare,
  overLatencyObjective,
  stored,
  evaluationWindow as window,
} from './rule-terms';

export type BoxRule = 'offline' | 'errors' | 'slow' | 'store';

/** A box of the map that is red, and by which rule. */
export interface MapBox {
  box: ServiceName | StoreName;
  rule: BoxRule;
}

export interface HealthRule extends MapBox {
  /** Why the box is red, in words. */
  reason: string;
  when: MetricCondition;
}

const serviceRules = (service: ServiceName): HealthRule[] => [
  {
    box: service,
    rule: 'offline',
    reason: 'does not answer',
    when: { kind: 'absent', service },
  },
  {
    box: service,
    rule: 'errors',
    reason: 'more than 5 % of its requests fail',
    when: failedShare({ service, above: 0.05, atLeast }),
  },
  {
    box: service,
    rule: 'slow',
    reason: 'p95 over 2 s',
    when: overLatencyObjective(service),
  },
];

const storeRules = (service: ServiceName): HealthRule[] =>
  services[service].stores.map((store) => ({
    box: store,
    rule: 'store',
    reason: 'more than 5 % of what it is asked fails',
    when: {
      kind: 'ratio',
      of: {
        service,
        metric: `${stored}_count`,
        labels: { db_namespace: `/^${store}$/`, error_type: '/./' },
      },
      to: { service, metric: `${stored}_count`, labels: { db_namespace: `/^${store}$/` } },
      window,
      above: 0.05,
      atLeast,
    },
  }));

/** When each box of the map is red. */
export const healthRules: readonly HealthRule[] = serviceNames.flatMap((service) => [
  ...serviceRules(service),
  ...storeRules(service),
]);
