import { join } from 'node:path';
import { defineService } from '@faultline/service';
import { ConsoleConfig, watchedServices } from './config';
import { startIntake } from './intake/intake';
import { openStore } from './intake/open-store';
import { startMetricSource } from './metrics/metric-source';
import { startProbes } from './probes/probes';

export type { ConsoleSources } from './sources';

export const consoleTool = defineService({
  name: 'console',
  config: ConsoleConfig,
  // The steps of the shutdown run in reverse order: what takes data closes before what keeps them.
  build: async (app, config) => {
    const services = watchedServices(config);
    const store = await openStore(config);
    app.beforeClose(store.close);
    const intake = await startIntake({ host: config.HOST, port: config.INTAKE_PORT, store });
    app.beforeClose(intake.close);
    const metrics = await startMetricSource({
      services,
      directory: join(config.CONSOLE_DIRECTORY, 'metrics'),
      ownPage: async () => (await app.metrics.exposition(undefined)).body,
      unusable: (file, reason) => app.log.error({ file, reason }, 'console-file-not-usable'),
    });
    app.beforeClose(metrics.close);
    const probes = startProbes({ services, metrics: app.metrics });
    app.beforeClose(probes.close);
  },
});
