import type { MetricHistory, MetricWindow } from '@faultline/evidence';
import type { ServiceName, ToolName } from '@faultline/topology';

/** The metrics of all watched services and of the console itself, which has those of the probes. */
export interface MetricSource {
  /** For `evaluate` of `libs/evidence`. */
  history: MetricHistory;
  /** The scrapes from one time to another, and the last one before them to count from. */
  window(source: ServiceName | ToolName, from: number, to?: number): MetricWindow;
  /** The time of the oldest scrape; undefined before the first. */
  keptSince(): number | undefined;
}
