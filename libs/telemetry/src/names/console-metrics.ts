import { label } from './labels';
import type { MetricSpec } from './metric-spec';

/** The metrics of the console. */
export const consoleMetrics = {
  probe_success: {
    type: 'gauge',
    help: 'Whether the last synthetic check succeeded',
    note: 'The probes are `storefront`, `api`, `purchase`, and the readiness of each service by its name.',
    labels: ['probe'],
    madeBy: 'console',
  },
  probe_checks_total: {
    type: 'counter',
    help: 'Synthetic checks by outcome',
    note: 'The outcomes are `succeeded` and `failed`.',
    labels: ['probe', 'outcome'],
    madeBy: 'console',
  },
  probe_duration_seconds: {
    type: 'gauge',
    unit: 'seconds',
    help: 'How long the last synthetic check took',
    labels: ['probe'],
    madeBy: 'console',
  },
  postgres_connections_used_ratio: {
    type: 'gauge',
    help: 'Client connections of a PostgreSQL server, divided by its max_connections',
    labels: [label.store],
    madeBy: 'console',
  },
  postgres_lock_waiters: {
    type: 'gauge',
    help: 'Statements that wait for a lock',
    labels: [label.store],
    madeBy: 'console',
  },
  incidents_open: {
    type: 'gauge',
    help: 'Incidents that are not resolved',
    labels: ['priority'],
    madeBy: 'console',
  },
  incidents_opened_total: {
    type: 'counter',
    help: 'Incidents opened',
    labels: [],
    madeBy: 'console',
  },
  incidents_acknowledged_total: {
    type: 'counter',
    help: 'Incidents acknowledged',
    labels: [],
    madeBy: 'console',
  },
  incidents_acknowledge_seconds_total: {
    type: 'counter',
    unit: 'seconds',
    help: 'Time from the first alert of an incident to its acknowledgement, summed up',
    labels: [],
    madeBy: 'console',
  },
  incidents_resolved_total: {
    type: 'counter',
    help: 'Incidents resolved, without those of which an Alertmanager only stopped telling',
    labels: [],
    madeBy: 'console',
  },
  incidents_resolve_seconds_total: {
    type: 'counter',
    unit: 'seconds',
    help: 'Time from the first alert of a resolved incident to its end, summed up',
    labels: [],
    madeBy: 'console',
  },
} as const satisfies Readonly<Record<string, MetricSpec>>;
