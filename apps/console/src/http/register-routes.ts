import { consoleRoutes } from '@faultline/contracts/console';
import type { ServiceApp } from '@faultline/service';
import { serveMcp } from '../mcp/serve-mcp';
import { type AccessConfig, mayWriteWith, requireToken } from './access';
import { serveBundles } from './bundles';
import type { ConsoleContext } from './console-context';
import { serveEvents } from './events';
import { handlersOf } from './handlers';
import { serveConsolePages } from './pages';
import { servePostMortems } from './post-mortems';

export type HttpConfig = AccessConfig & { CONSOLE_PAGES?: string };

/** Serves the console's API, its events, bundles, MCP and its pages. */
export const registerRoutes = async (
  app: ServiceApp,
  config: HttpConfig,
  context: ConsoleContext,
): Promise<void> => {
  requireToken(app.http, config);
  await serveConsolePages(app.http, config.CONSOLE_PAGES);
  await serveEvents(app.http, context);
  await serveMcp(app.http, context, mayWriteWith(config));
  serveBundles(app, context);
  servePostMortems(app, context);
  app.serve(consoleRoutes, handlersOf(context));
};
