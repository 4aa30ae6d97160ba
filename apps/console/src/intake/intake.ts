/** What has become of the spans and log records that came in since the start of this process. */
export interface IntakeCounts {
  /** Accepted spans and log records: stored, dropped or waiting to be written. */
  received: number;
  spansStored: number;
  logsStored: number;
  /** Lost because they came faster than they could be written, or because the disk refused them. */
  dropped: number;
  /** Requests that were refused: no OTLP (400), too large (413), too many at once (429), or another error. */
  refused: { malformed: number; tooLarge: number; tooMany: number; other: number };
}

/** The OTLP/HTTP receiver of the console. */
export interface Intake {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  url: string;
  counts(): Promise<IntakeCounts>;
}
