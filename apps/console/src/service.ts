import { defineService } from '@faultline/service';
import { ConsoleConfig } from './config';
import { startIntake } from './intake/intake';
import { openStore } from './intake/open-store';

export type { ConsoleSources } from './sources';

export const consoleTool = defineService({
  name: 'console',
  config: ConsoleConfig,
  // The steps of the shutdown run in reverse order: what takes data closes before what keeps them.
  build: async (app, config) => {
    const store = await openStore(config);
    app.beforeClose(store.close);
    const intake = await startIntake({ host: config.HOST, port: config.INTAKE_PORT, store });
    app.beforeClose(intake.close);
  },
});
