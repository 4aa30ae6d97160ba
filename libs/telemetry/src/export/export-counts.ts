export type Signal = 'traces' | 'logs';

/** What became of the telemetry of one signal since the start, in spans or log records. */
export interface ExportCounts {
  exported: number;
  /** The collector refused them or could not be reached. */
  failed: number;
  /** They came while the queue was full. */
  dropped: number;
}

export const exportCounts: Readonly<Record<Signal, ExportCounts>> = {
  traces: { exported: 0, failed: 0, dropped: 0 },
  logs: { exported: 0, failed: 0, dropped: 0 },
};
