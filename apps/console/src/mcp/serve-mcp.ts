import type { RouteApp } from '@faultline/service';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import type { MayWrite } from '../http/access';
import type { ConsoleContext } from '../http/console-context';
import { mcpPath } from './mcp-path';
import { registerIncidentAction, registerTools } from './register-tools';

const instructions =
  'An online shop runs here. These tools show what its telemetry says. Begin with brief, or with incidents, which name suspects; then follow the deepest unhealthy component by compare, traces and trace. All times are ms since 1970, durations ms.';

/** Serves the tools at `/mcp`, without sessions. */
export const serveMcp = async (
  app: RouteApp,
  context: ConsoleContext,
  mayWrite: MayWrite,
): Promise<void> => {
  const handler = createMcpHandler(({ requestInfo }) => {
    const server = new McpServer(
      { name: 'faultline-console', version: context.identity.version },
      { instructions },
    );
    registerTools(server, context);
    const authorization = requestInfo?.headers.get('authorization') ?? undefined;
    registerIncidentAction(server, context, mayWrite(authorization));
    return server;
  });
  app.addHook('onClose', () => handler.close());
  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: mcpPath,
    schema: { hide: true },
    handler: async (request, reply) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers))
        if (typeof value === 'string') headers.set(name, value);
      const response = await handler.fetch(
        new Request(`http://${request.host}${request.url}`, { method: request.method, headers }),
        { parsedBody: request.body },
      );
      return reply.send(response);
    },
  });
};
