import { type ServiceName, type StoreName, serviceNames, services } from '@faultline/topology';
import type { MetricCondition } from './conditions';
import { percent } from './plain-numbers';
import {
  errorRatio,
  evaluationWindow,
  maxErrorRatio,
  minRequests,
  operations,
  overLatencyObjective,
} from './shared-conditions';

export type ComponentRuleName = 'offline' | 'errors' | 'slow' | 'store';

/** An unhealthy component of the service map, and the rule that it violates. */
export interface UnhealthyComponent {
  component: ServiceName | StoreName;
  rule: ComponentRuleName;
}

export interface ComponentRule extends UnhealthyComponent {
  /** Why the component is unhealthy, in words. */
  reason: string;
  when: MetricCondition;
}

/** The metric with a series per component and rule: 1 while the component is unhealthy, else 0. */
export const componentUnhealthy = 'faultline:component_unhealthy';

const serviceRules = (service: ServiceName): ComponentRule[] => [
  {
    component: service,
    rule: 'offline',
    reason: 'does not answer',
    when: { kind: 'absent', service },
  },
  {
    component: service,
    rule: 'errors',
    reason: `more than ${percent(maxErrorRatio)} of its requests fail`,
    when: errorRatio({ service, threshold: maxErrorRatio, minEvents: minRequests }),
  },
  {
    component: service,
    rule: 'slow',
    reason: 'p95 over 2 s',
    when: overLatencyObjective(service),
  },
];

const storeRules = (service: ServiceName): ComponentRule[] =>
  services[service].stores.map((store) => ({
    component: store,
    rule: 'store',
    reason: 'more than 5 % of its operations fail',
    when: {
      kind: 'ratio',
      numerator: {
        service,
        metric: operations,
        labels: { db_namespace: `/^${store}$/`, error_type: '/./' },
      },
      denominator: { service, metric: operations, labels: { db_namespace: `/^${store}$/` } },
      window: evaluationWindow,
      threshold: maxErrorRatio,
      minEvents: minRequests,
    },
  }));

/** The rules for unhealthy components of the service map. */
export const componentRules: readonly ComponentRule[] = serviceNames.flatMap((service) => [
  ...serviceRules(service),
  ...storeRules(service),
]);
