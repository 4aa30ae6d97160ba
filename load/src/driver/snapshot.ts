export type StatusClass = '1xx' | '2xx' | '3xx' | '4xx' | '5xx' | 'none';

/** `cut` counts the journeys that were still running when the load ended. */
export interface JourneyCounts {
  started: number;
  succeeded: number;
  failed: number;
  dropped: number;
  cut: number;
}

/** Failures of one journey for one reason: the name of a check, or the kind of network error. */
export interface Failure {
  journey: string;
  reason: string;
  count: number;
  last: {
    /** ISO 8601. */
    at: string;
    error: string;
    /** Request id of the last response before the failure. */
    requestId: string | undefined;
  };
}

/** The state of a load: rates over the last `windowSeconds`, counts since its start. */
export interface LoadSnapshot {
  elapsedSeconds: number;
  running: number;
  windowSeconds: number;
  /** Journeys started per second. */
  arrivalsPerSecond: number;
  /** Journeys ended per second, successful or not. */
  journeysPerSecond: number;
  /** Failed of ended journeys, 0 to 1; 0 when none ended. */
  failureRatio: number;
  /** Milliseconds until a response was read, over all requests. */
  latency: { p50: number; p95: number; p99: number };
  totals: JourneyCounts;
  journeys: Readonly<Record<string, JourneyCounts>>;
  /** By name of the step and class of its status; `none` when no response came. */
  requests: Readonly<Record<string, Partial<Record<StatusClass, number>>>>;
  failures: readonly Failure[];
}
