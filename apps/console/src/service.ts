import { defineService } from '@faultline/service';
import { ConsoleConfig } from './config';
import { requireTokenBeyondLoopback } from './http/access';
import { createContext } from './http/console-context';
import { registerRoutes } from './http/register-routes';
import { keepFindings } from './post-mortem/keep-findings';
import { startSources } from './sources';

export const consoleTool = defineService({
  name: 'console',
  config: ConsoleConfig,
  build: async (app, config) => {
    requireTokenBeyondLoopback(config);
    const sources = await startSources(app, config);
    const context = await createContext(config, sources);
    keepFindings(app, context);
    await registerRoutes(app, config, context);
  },
});
