import { defineService } from '@faultline/service';
import { ConsoleConfig } from './config';
import { requireTokenBeyondLoopback } from './http/access';
import { createContext } from './http/console-context';
import { registerRoutes } from './http/register-routes';
import { startSources } from './sources';

export const consoleTool = defineService({
  name: 'console',
  config: ConsoleConfig,
  build: async (app, config) => {
    requireTokenBeyondLoopback(config);
    const sources = await startSources(app, config);
    await registerRoutes(app, config, await createContext(config, sources));
  },
});
