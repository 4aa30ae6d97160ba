import type { ServiceName, StoreName, ToolName } from '@faultline/topology';
import { type Static, Type } from 'typebox';
import { Check, Clean } from 'typebox/value';
import type { Layout } from '../layout';

/** The collector's OTLP/HTTP URL of each signal. */
export interface Collector {
  traces: string;
  logs: string;
}

/** The configuration that all components of a demo share. */
export interface DemoConfig {
  layout: Layout;
  portBase: number;
  services: readonly ServiceName[];
  stores: readonly StoreName[];
  tools: readonly ToolName[];
  /** Undefined for a demo without shoppers. */
  load: { rate?: number | undefined } | undefined;
  /** The release that the services report. */
  version: string;
  fingerprintSecret: string;
  /** The name of this installation in telemetry. */
  deployment: string;
  /** If undefined, the collector in this process's environment is used, if any. */
  collector: Collector | undefined;
  /** Additional variables of a service, which override others. */
  environment: Partial<Record<ServiceName, Readonly<Record<string, string>>>>;
  /** Where the console reads the metrics of a service, if not from the demo's process of it. */
  watchedAt?: Partial<Record<ServiceName, string>> | undefined;
  /** Called each second with the load's report. */
  onLoad(reading: LoadReading): void;
}

/** The part of the load's report that the demo shows. */
const LoadReading = Type.Object({
  journeysPerSecond: Type.Number(),
  /** 0 to 1. */
  failureRatio: Type.Number(),
  latency: Type.Object({ p95: Type.Number() }),
  totals: Type.Object({ succeeded: Type.Number(), failed: Type.Number() }),
});
export type LoadReading = Static<typeof LoadReading>;

/** The report in a message from the load's process; undefined for other messages. */
export const loadReading = (message: unknown): LoadReading | undefined => {
  const reading = Clean(LoadReading, message);
  return Check(LoadReading, reading) ? reading : undefined;
};
