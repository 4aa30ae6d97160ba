import type { RouteApp } from '@faultline/service';
import type { MayWrite } from '../http/access';
import type { ConsoleContext } from '../http/console-context';
import { loadLibrary } from './library';
import { mcpPath } from './mcp-path';
import { registerIncidentAction, registerTools } from './register-tools';

const instructions =
  'An online shop runs here. These tools show what its telemetry says. Begin with brief, or with incidents, which name suspects; then follow the deepest unhealthy component by compare, traces and trace. All times are ms since 1970, durations ms.';

/** What answers requests to the tools. */
const loadHandler = async (context: ConsoleContext, mayWrite: MayWrite) => {
  const library = await loadLibrary();
  return library.createMcpHandler(({ requestInfo }) => {
    const server = new library.McpServer(
      { name: 'faultline-console', version: context.identity.version },
      { instructions },
    );
    registerTools(library, server, context);
    const authorization = requestInfo?.headers.get('authorization') ?? undefined;
    registerIncidentAction(library, server, context, mayWrite(authorization));
    return server;
  });
};

/** Serves the tools at `/mcp`, without sessions. */
export const serveMcp = async (
  app: RouteApp,
  context: ConsoleContext,
  mayWrite: MayWrite,
): Promise<void> => {
  let loaded: ReturnType<typeof loadHandler> | undefined;
  app.addHook('onClose', async () => (await loaded)?.close());
  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: mcpPath,
    schema: { hide: true },
    handler: async (request, reply) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers))
        if (typeof value === 'string') headers.set(name, value);
      loaded ??= loadHandler(context, mayWrite);
      const handler = await loaded;
      const response = await handler.fetch(
        new Request(`http://${request.host}${request.url}`, { method: request.method, headers }),
        { parsedBody: request.body },
      );
      return reply.send(response);
    },
  });
};
