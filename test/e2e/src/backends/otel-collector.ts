import { spawnSync } from 'node:child_process';
import { freePort } from '@faultline/stores';
import type { collectorConfiguration } from './chart';
import { type Backend, startTool } from './tool';

type Configuration = ReturnType<typeof collectorConfiguration>;

export interface Collector extends Backend {
  /** Where it takes OTLP/HTTP, if its configuration says so. */
  url: string;
}

/** Whether the collector on PATH has a part, such as the receiver `prometheus`; distributions differ. */
export const hasPart = (name: string): boolean =>
  spawnSync('otelcol', ['components'], { encoding: 'utf8' }).stdout?.includes(`name: ${name}\n`) ??
  false;

/** What the collector on PATH finds wrong with a configuration; nothing if it accepts it. */
export const complaintAbout = (configuration: Configuration): string => {
  const { status, stderr } = spawnSync(
    'otelcol',
    ['validate', `--config=yaml:${JSON.stringify(configuration)}`],
    { encoding: 'utf8' },
  );
  return status === 0 ? '' : stderr;
};

/** Runs a configuration of the chart's, on ports of this machine in place of a pod's. */
export const startCollector = async (
  configuration: Configuration,
  environment: Readonly<Record<string, string>> = {},
): Promise<Collector> => {
  const { addresses, ...backend } = await startTool(async () => {
    const [port, healthPort] = [await freePort(), await freePort()];
    const moved = JSON.stringify(configuration)
      .replace('":4318"', `"127.0.0.1:${port}"`)
      .replace('":13133"', `"127.0.0.1:${healthPort}"`);
    return {
      command: 'otelcol',
      configuration: () => moved,
      // Its own metrics would need a port, too.
      arguments: (file) => [`--config=${file}`, '--set=service::telemetry::metrics::level=none'],
      environment,
      readyUrl: `http://127.0.0.1:${healthPort}/`,
      addresses: { url: `http://127.0.0.1:${port}` },
    };
  });
  return { ...backend, url: addresses.url };
};
