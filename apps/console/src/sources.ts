import type { TelemetryStore } from '@faultline/telemetry-store';
import type { Changes } from './changes/changes';
import type { Alerts } from './health/alerts';
import type { Health } from './health/health';
import type { Intake } from './intake/intake';
import type { MetricSource } from './metrics/metric-source';
import type { Probes } from './probes/probes';

/** Everything that the console knows, for its views. All times are in ms since 1970. */
export interface ConsoleSources {
  /** Traces and logs. */
  store: TelemetryStore;
  intake: Intake;
  metrics: MetricSource;
  probes: Probes;
  health: Health;
  alerts: Alerts;
  changes: Changes;
}
