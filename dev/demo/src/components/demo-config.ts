import type { ServiceName, StoreName } from '@faultline/topology';
import type { Layout } from '../layout';
import type { LoadReading } from './load-reading';

/** Where a collector takes each signal by OTLP/HTTP. */
export interface Collector {
  traces: string;
  logs: string;
}

/** What all components of one demo need to know. */
export interface DemoConfig {
  layout: Layout;
  portBase: number;
  services: readonly ServiceName[];
  stores: readonly StoreName[];
  /** Undefined for a demo without shoppers. */
  load: { rate?: number | undefined } | undefined;
  /** The release that the services report. */
  version: string;
  fingerprintSecret: string;
  /** What telemetry calls this installation. */
  deployment: string;
  /** Undefined for the collector that our own environment names, if any. */
  collector: Collector | undefined;
  /** More variables for a service; they win. */
  environment: Partial<Record<ServiceName, Readonly<Record<string, string>>>>;
  /** Hears from the load each second. */
  onLoad(reading: LoadReading): void;
}
