import type { ServiceName } from '@faultline/topology';

/** `storefront` opens the page, `purchase` buys something, the others check the readiness of a service. */
export type ProbeName = 'storefront' | 'purchase' | ServiceName;

export interface ProbeResult {
  probe: ProbeName;
  /** When it ended. */
  at: number;
  success: boolean;
  seconds: number;
  /** Why it failed, such as `checkout answered 502`. */
  reason: string | undefined;
}

/**
 * Synthetic checks. Their results are also metrics of the console: `probe_success` and
 * `probe_duration_seconds` with the label `probe`.
 */
export interface Probes {
  /** The last result of each probe that has run. */
  latest(): ProbeResult[];
}
