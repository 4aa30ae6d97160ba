import { defineService } from '@faultline/service';
import { ConsoleConfig } from './config';
import { startSources } from './sources';

export const consoleTool = defineService({
  name: 'console',
  config: ConsoleConfig,
  build: async (app, config) => {
    await startSources(app, config);
  },
});
