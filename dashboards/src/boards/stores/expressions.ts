import { storeDuration } from '@faultline/telemetry/names';
import {
  type GroupLabel,
  installed,
  type MatcherOf,
  quantile,
  rate,
} from '../../grafana/expressions';

const operationCount = `${storeDuration}_count` as const;
type Matcher = MatcherOf<typeof operationCount>;

const selected: Matcher = ['db_namespace', '=~', '$store'];

/** Operations per second on the selected stores, by these labels. */
export const operationRate = (by: readonly GroupLabel[], ...matchers: readonly Matcher[]): string =>
  rate(installed(operationCount, selected, ...matchers), ...by);

/** The time within which such a share of the operations on the selected stores ends. */
export const operationQuantile = (
  q: number,
  by: readonly GroupLabel[],
  ...matchers: readonly Matcher[]
): string => quantile(q, installed(`${storeDuration}_bucket`, selected, ...matchers), ...by);

/** What services tell of the selected Redis servers. */
export const ofRedis = (
  metric:
    | 'redis_connected'
    | 'redis_writable'
    | 'redis_replica_link_up'
    | 'redis_replica_lag_bytes',
): string => installed<typeof metric>(metric, ['db_namespace', '=~', '$store']);

export const failedOperation: Matcher = ['error_type', '!=', ''];
export const onPostgres: Matcher = ['db_system_name', '=', 'postgresql'];
export const onRedis: Matcher = ['db_system_name', '=', 'redis'];
