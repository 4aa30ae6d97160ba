import { defineService } from '@faultline/service';
import { ConsoleConfig } from './config';
import { refuseOpenDoors } from './http/access';
import { insideOf } from './http/inside';
import { openDoors } from './http/open-doors';
import { startSources } from './sources';

export const consoleTool = defineService({
  name: 'console',
  config: ConsoleConfig,
  build: async (app, config) => {
    refuseOpenDoors(config);
    const sources = await startSources(app, config);
    await openDoors(app, config, await insideOf(config, sources));
  },
});
