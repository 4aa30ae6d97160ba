/**
 * The metrics of incidents, as the console is to publish them: opened incidents by priority, those that are open, and
 * how long it took until each was acknowledged and resolved, as sum and count.
 */
export const incidentMetrics = [
  'faultline_incidents_opened_total',
  'faultline_incidents_open',
  'faultline_incidents_acknowledge_seconds_sum',
  'faultline_incidents_acknowledge_seconds_count',
  'faultline_incidents_resolve_seconds_sum',
  'faultline_incidents_resolve_seconds_count',
] as const;

export type IncidentMetric = (typeof incidentMetrics)[number];

export const untilPublished = 'Empty until the console publishes its incidents as metrics.';
