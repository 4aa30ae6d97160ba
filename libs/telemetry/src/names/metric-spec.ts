export interface MetricSpec {
  type: 'counter' | 'gauge' | 'histogram';
  /** The unit of its values, unless they are counts. */
  unit?: 'seconds' | 'bytes' | 'minor units';
  /** The HELP text on the metrics page. */
  help: string;
  /** An additional sentence in docs/metrics.md. */
  note?: string;
  labels: readonly string[];
  /** Which processes have it. */
  madeBy:
    | 'every service'
    | 'services that call others'
    | 'services with a store'
    | 'services with PostgreSQL'
    | 'services with Redis'
    | 'payment'
    | 'console'
    | 'prom-client';
}
