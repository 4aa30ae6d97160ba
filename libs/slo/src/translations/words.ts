import { isMetricName, metricOf } from '@faultline/telemetry/names';
import type { LogCondition } from '../alerts/alert';
import { isShare, type MetricCondition, type RatioCondition, type Series } from '../conditions';
import { percent, plain } from '../plain-numbers';
import type { Timing } from './timing';

/** Seconds as `15 s` or `10 min`. */
export const timeInWords = (seconds: number): string =>
  seconds >= 120 && seconds % 60 === 0 ? `${seconds / 60} min` : `${plain(seconds)} s`;

const bytes = (value: number): string =>
  value >= 1_000_000 ? `${plain(value / 1_000_000)} MB` : `${plain(value / 1_000)} kB`;

/** A value with the unit of a metric. */
const withUnit = (metric: string, value: number): string => {
  const { unit } = isMetricName(metric) ? metricOf(metric) : {};
  if (unit === 'seconds') return timeInWords(value);
  return unit === 'bytes' ? bytes(value) : plain(value);
};

type Labels = Readonly<Record<string, string>>;

/** What a series counts or measures, by its metric. */
const nouns: Readonly<Record<string, (service: string, labels: Labels) => string>> = {
  http_server_request_duration_seconds: (service, { http_request_method, http_route }) =>
    http_route === undefined
      ? `requests to ${service}`
      : `requests ${[http_request_method, http_route].filter(Boolean).join(' ')} to ${service}`,
  http_client_request_duration_seconds: (service, { server_address }) =>
    `calls of ${service}${server_address === undefined ? '' : ` to ${server_address}`}`,
  db_client_operation_duration_seconds: (service, { db_namespace, db_operation_name }) => {
    const what = db_operation_name === undefined ? 'operations' : 'reads';
    return `${what} of ${service}${db_namespace === undefined ? '' : ` on ${storeIn(db_namespace)}`}`;
  },
  db_client_connections: (service, { db_client_connection_pool_name }) =>
    `the number of requests of ${service} that wait for a connection to ${db_client_connection_pool_name}`,
  payments_total: () => 'payments',
  payments_late_total: () => 'charges that succeeded late',
  payments_unresolved_oldest_seconds: () => 'the age of the oldest unresolved charge',
  log_lines_total: (service) => `log lines of ${service}`,
  process_cpu_seconds_total: (service) => `CPU seconds of ${service}`,
  process_cpu_usable_cores: (service) => `the CPU that ${service} can use`,
  process_resident_memory_bytes: (service) => `the memory of ${service}`,
  process_start_time_seconds: (service) => `the start time of ${service}`,
  nodejs_eventloop_lag_p99_seconds: (service) => `the p99 of the event loop’s delay in ${service}`,
  redis_replica_link_up: (_service, { db_namespace }) =>
    `the replication link of ${db_namespace} (1 is up)`,
  redis_replica_lag_bytes: (_service, { db_namespace }) => `the lag of ${db_namespace}`,
  postgres_connections_used_ratio: (_service, { db_namespace }) =>
    `the used ratio of the connections that ${db_namespace} accepts`,
  postgres_lock_waiters: (_service, { db_namespace }) =>
    `the number of statements that wait for a lock in ${db_namespace}`,
  probe_checks_total: (_service, { probe }) => `checks “${probe}”`,
  probe_success: (_service, { probe }) => `the result of the check “${probe}” (1 is success)`,
};

/** The name of a store in a pattern such as `/^cart-data$/`. */
const storeIn = (pattern: string): string => pattern.replace(/^\/\^?|\$?\/$/g, '');

const noun = ({ service, metric, labels = {} }: Series): string => {
  const known = nouns[metric.replace(/_count$/, '')];
  return known?.(service, labels) ?? `${metric} of ${service}`;
};

/** How events end, by a label. */
const endings: Readonly<Record<string, (value: string) => string>> = {
  http_response_status_code: (value) =>
    ({
      '/^5/': 'with status 5xx',
      '/^2/': 'with status 2xx',
      '/^(5..)?$/': 'with status 5xx or no response',
    })[value] ?? `with status ${value}`,
  error_type: (value) => {
    if (value === '/./') return 'with an error';
    return value.startsWith('/') ? 'with an error of the connection' : `with the error ${value}`;
  },
  outcome: (value) => `as ${value}`,
};

/** The labels by which the numerator is narrower than the denominator. */
const ending = (numerator: Series, denominator: Series): string =>
  Object.entries(numerator.labels ?? {})
    .filter(([label, value]) => denominator.labels?.[label] !== value)
    .map(([label, value]) => endings[label]?.(value) ?? `with ${label} ${value}`)
    .join(' and ');

const ratioInWords = (condition: RatioCondition, within: string): string => {
  const { numerator, denominator, threshold, minEvents = 1, minNumerator = 1, by } = condition;
  const what = isShare(condition)
    ? `more than ${percent(threshold)} of the ${noun(denominator)} end ${ending(numerator, denominator)}`
    : `more than ${plain(threshold)} ${noun(numerator)} per ${noun(denominator).replace(/s /, ' ')}`;
  const some = minNumerator > 1 ? `at least ${minNumerator} and ` : '';
  const least = minEvents > 1 ? ` (of at least ${minEvents})` : '';
  const each = by === undefined ? '' : `, for any one ${by.replace(/^http_/, '')}`;
  return `${some}${what} within ${within}${least}${each}`;
};

/**
 * A condition as a plain sentence, without a full stop, with all of its numbers: as it is evaluated with `timing`, or
 * else with a scrape per second.
 */
export const conditionInWords = (
  condition: MetricCondition | LogCondition,
  timing?: Timing,
): string => {
  const within = (seconds: number): string => timeInWords(timing?.windowSeconds ?? seconds);
  switch (condition.kind) {
    case 'logged':
      return `a log line of ${condition.service} contains a card number`;
    case 'absent':
      return `the metrics of ${condition.service} cannot be read`;
    case 'rate': {
      const { series, threshold, window, of } = condition;
      const what = of
        ? `more than ${percent(threshold)} of ${noun(of)}`
        : `more than ${plain(threshold)} ${noun(series)} per second`;
      return `${what}, within ${within(window)}`;
    }
    case 'ratio':
      return ratioInWords(condition, within(condition.window));
    case 'quantile': {
      const { series, quantile, threshold, window, minOver = 1 } = condition;
      const some = minOver > 1 ? `, and at least ${minOver} of them are` : '';
      return `the p${plain(quantile * 100)} of the duration of ${noun(series)} is over ${withUnit(series.metric, threshold)} within ${within(window)}${some}`;
    }
    case 'gauge': {
      const { series, comparison, threshold, window } = condition;
      const lasting = window === undefined ? '' : ` for ${within(window)}`;
      return `${noun(series)} is ${comparison} ${withUnit(series.metric, threshold)}${lasting}`;
    }
    case 'growth': {
      const { series, threshold, window, minAge } = condition;
      const age = minAge === undefined ? undefined : minAge + (timing?.windowSeconds ?? 0);
      const old = age === undefined ? '' : `, in a process older than ${timeInWords(age)}`;
      return `${noun(series)} grows by more than ${withUnit(series.metric, threshold)} in ${timeInWords(window)}${old}`;
    }
    case 'changes': {
      const { series, threshold, window } = condition;
      const longer = Math.max(window, timing?.windowSeconds ?? 0);
      return `${noun(series)} changes more than ${plain(threshold)} times within ${timeInWords(longer)}`;
    }
  }
};
