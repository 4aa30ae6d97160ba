import { entry, gateways, type ServiceName, serviceNames } from '@faultline/topology';
import type { AlertKind, AlertMember } from './alert';

/** The component that a synthetic check enters the shop by. */
const probes: Readonly<Record<string, ServiceName>> = {
  ...Object.fromEntries(gateways.map(({ name, check }) => [check, name])),
  purchase: entry,
  ...Object.fromEntries(serviceNames.map((service) => [service, service])),
};

const forEachProbe = (when: (probe: string) => AlertMember['when']): readonly AlertMember[] =>
  Object.entries(probes).map(([probe, component]) => ({
    subject: probe,
    component,
    when: when(probe),
  }));

export const probeAlerts = {
  ProbeFailing: {
    priority: 'page',
    title: 'A synthetic check fails',
    cause: 'below',
    // Longer than twice the interval of the slowest check.
    members: forEachProbe((probe) => ({
      kind: 'gauge',
      series: { service: 'console', metric: 'probe_success', labels: { probe } },
      comparison: 'below',
      threshold: 1,
      window: 25,
    })),
  },
} as const satisfies Readonly<Record<string, AlertKind>>;
