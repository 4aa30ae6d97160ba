import { clientDuration } from '@faultline/telemetry/names';
import { isExternal, type ServiceName, serviceNames, services } from '@faultline/topology';
import type { MetricCondition } from '../conditions';
import {
  errorRatio,
  maxErrorRatio,
  minCompared,
  minFailures,
  minSlow,
  overLatencyObjective,
  requests,
  evaluationWindow as window,
} from '../shared-conditions';
import type { AlertKind, AlertMember } from './alert';

/** A rule for each service. */
const forEachService = (
  when: (service: ServiceName) => AlertMember['when'],
): readonly AlertMember[] =>
  serviceNames.map((service) => ({ subject: service, component: service, when: when(service) }));

const calls = `${clientDuration}_count` as const;

/** The services and the external systems that a service calls. */
const dependenciesOf = (service: ServiceName) => {
  const { calls: called, externals } = services[service];
  return [...called, ...externals];
};

/** A rule for each call of a service, about its dependency if that has no metrics of its own. */
const forEachCall = (
  when: (service: ServiceName, dependency: string) => MetricCondition,
): readonly AlertMember[] =>
  serviceNames.flatMap((service) =>
    dependenciesOf(service).map((dependency) => ({
      subject: `${service} → ${dependency}`,
      component: isExternal(dependency) ? dependency : service,
      when: when(service, dependency),
    })),
  );

export const serviceAlerts = {
  ServiceDown: {
    priority: 'page',
    title: 'A service does not answer',
    members: forEachService((service) => ({ kind: 'absent', service })),
  },
  ServiceErrors: {
    priority: 'page',
    title: 'The requests to a service fail',
    cause: 'below',
    members: forEachService((service) =>
      errorRatio({ service, threshold: maxErrorRatio, minNumerator: minFailures }),
    ),
  },
  ServiceSlow: {
    priority: 'page',
    title: 'A service is slower than its objective',
    cause: 'below',
    members: forEachService(overLatencyObjective),
  },
  RouteErrors: {
    priority: 'ticket',
    title: 'One route of a service fails',
    cause: 'below',
    members: forEachService((service) =>
      errorRatio({
        service,
        window: 30,
        threshold: maxErrorRatio,
        minNumerator: minFailures,
        by: 'http_route',
      }),
    ),
  },
  UnexpectedErrors: {
    priority: 'ticket',
    title: 'A service has errors that it does not expect',
    // Outages of dependencies are 502, 503 or 504: a 500 is a defect. One among fewer than 2000
    // requests in a window exceeds this.
    members: forEachService((service) =>
      errorRatio({ service, status: '500', window: 30, threshold: 0.0005 }),
    ),
  },
  EventLoopBlocked: {
    priority: 'ticket',
    title: 'Requests wait because the event loop is blocked',
    members: forEachService((service) => ({
      kind: 'gauge',
      series: { service, metric: 'nodejs_eventloop_lag_p99_seconds' },
      comparison: 'above',
      threshold: 0.1,
      window,
    })),
  },
  CpuSaturated: {
    priority: 'ticket',
    title: 'A service uses nearly all of its CPU',
    members: forEachService((service) => ({
      kind: 'rate',
      series: { service, metric: 'process_cpu_seconds_total' },
      window,
      threshold: 0.8,
      of: { service, metric: 'process_cpu_usable_cores' },
    })),
  },
  MemoryGrowing: {
    priority: 'ticket',
    title: 'The memory of a service grows fast',
    members: forEachService((service) => ({
      kind: 'growth',
      series: { service, metric: 'process_resident_memory_bytes' },
      window: 60,
      threshold: 40_000_000,
      minAge: 120,
    })),
  },
  RestartsRepeated: {
    priority: 'ticket',
    title: 'A service restarts again and again',
    members: forEachService((service) => ({
      kind: 'changes',
      series: { service, metric: 'process_start_time_seconds' },
      window: 600,
      threshold: 2,
    })),
  },
  LogVolumeHigh: {
    priority: 'ticket',
    title: 'A service writes far more log lines than it has requests',
    members: forEachService((service) => ({
      kind: 'ratio',
      numerator: { service, metric: 'log_lines_total' },
      denominator: { service, metric: requests },
      window,
      threshold: 10,
      minEvents: minCompared,
    })),
  },
  CardNumberLogged: {
    priority: 'page',
    title: 'A card number stands in a log',
    members: forEachService((service) => ({ kind: 'logged', service, cardNumber: true })),
  },
  DependencyFailing: {
    priority: 'ticket',
    title: 'The calls to a dependency fail',
    cause: 'below',
    members: forEachCall((service, server_address) => ({
      kind: 'ratio',
      // Without a status, there was no response.
      numerator: {
        service,
        metric: calls,
        labels: { server_address, http_response_status_code: '/^(5..)?$/' },
      },
      denominator: { service, metric: calls, labels: { server_address } },
      window,
      threshold: maxErrorRatio,
      minNumerator: minFailures,
    })),
  },
  DependencySlow: {
    priority: 'ticket',
    title: 'A dependency is slow',
    cause: 'below',
    members: forEachCall((service, server_address) => ({
      kind: 'quantile',
      series: { service, metric: clientDuration, labels: { server_address } },
      quantile: 0.95,
      window: 30,
      threshold: 2,
      minOver: minSlow,
    })),
  },
  CallsPerRequestHigh: {
    priority: 'ticket',
    title: 'A service calls a dependency again and again',
    members: forEachCall((service, server_address) => ({
      kind: 'ratio',
      numerator: { service, metric: calls, labels: { server_address } },
      denominator: { service, metric: requests },
      window,
      threshold: 1.3,
      minEvents: minCompared,
    })),
  },
} as const satisfies Readonly<Record<string, AlertKind>>;
