import { consoleRoutes } from '@faultline/contracts/console';
import type { ServiceApp } from '@faultline/service';
import { serveMcp } from '../mcp/serve-mcp';
import { type AccessConfig, mayWriteWith, requireToken } from './access';
import { serveBundles } from './bundles';
import { serveEvents } from './events';
import { handlersOf, type Inside } from './handlers';
import { serveConsolePages } from './pages';
import { servePostMortems } from './post-mortems';

export type DoorConfig = AccessConfig & { CONSOLE_PAGES?: string };

/** Serves the console's API, its events, bundles, MCP and its pages. */
export const openDoors = async (
  app: ServiceApp,
  config: DoorConfig,
  inside: Inside,
): Promise<void> => {
  requireToken(app.http, config);
  await serveConsolePages(app.http, config.CONSOLE_PAGES);
  await serveEvents(app.http, inside);
  await serveMcp(app.http, inside, mayWriteWith(config));
  serveBundles(app, inside);
  servePostMortems(app, inside);
  app.serve(consoleRoutes, handlersOf(inside));
};
