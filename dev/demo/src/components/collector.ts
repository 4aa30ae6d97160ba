import { toolCollector } from '@faultline/topology';
import type { Collector, DemoConfig } from './demo-config';

/** Whether an environment names a collector, which services then use. */
const namesCollector = (environment: NodeJS.ProcessEnv): boolean =>
  ['', 'TRACES_', 'LOGS_'].some((signal) => environment[`OTEL_EXPORTER_OTLP_${signal}ENDPOINT`]);

/** The collector in the options, else that of the environment (undefined here), else the console if it runs. */
export const collectorOf = (
  { collector, tools, portBase }: Pick<DemoConfig, 'collector' | 'tools' | 'portBase'>,
  environment: NodeJS.ProcessEnv = process.env,
): Collector | undefined => {
  if (collector || namesCollector(environment)) return collector;
  return tools.includes('console') ? toolCollector('console', portBase) : undefined;
};
