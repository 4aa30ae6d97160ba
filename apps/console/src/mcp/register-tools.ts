import type { Static, TObject } from 'typebox';
import type { ConsoleContext } from '../http/console-context';
import { incidentAction } from './incident-tools';
import type { Library, McpServer } from './library';
import { type ToolResponse, textOf } from './tool-response';
import { tools } from './tools';

interface Annotations {
  readOnlyHint: boolean;
  destructiveHint?: boolean;
}

interface Tool<Own extends TObject> {
  description: string;
  parameters: Own;
  respond(context: ConsoleContext, given: Static<Own>): Promise<ToolResponse> | ToolResponse;
}

const register = <Own extends TObject>(
  library: Pick<Library, 'fromJsonSchema'>,
  server: McpServer,
  context: ConsoleContext,
  name: string,
  { description, parameters, respond }: Tool<Own>,
  annotations: Annotations = { readOnlyHint: true },
): void => {
  server.registerTool(
    name,
    {
      description,
      inputSchema: library.fromJsonSchema<Static<Own>>({ ...parameters }),
      annotations: { ...annotations, openWorldHint: false },
    },
    async (given) => {
      try {
        return { content: [{ type: 'text', text: textOf(await respond(context, given)) }] };
      } catch (error) {
        // Such as a search that cannot be read: the agent can do better.
        const text = error instanceof Error ? error.message : String(error);
        return { isError: true, content: [{ type: 'text', text }] };
      }
    },
  );
};

export const registerTools = (
  library: Library,
  server: McpServer,
  context: ConsoleContext,
): void => {
  register(library, server, context, 'brief', tools.brief);
  register(library, server, context, 'services', tools.services);
  register(library, server, context, 'metrics', tools.metrics);
  register(library, server, context, 'traces', tools.traces);
  register(library, server, context, 'trace', tools.trace);
  register(library, server, context, 'logs', tools.logs);
  register(library, server, context, 'compare', tools.compare);
  register(library, server, context, 'changes', tools.changes);
  register(library, server, context, 'incidents', tools.incidents);
  register(library, server, context, 'runbook', tools.runbook);
};

/** The only tool that writes. It refuses what comes without the token of a console that has one. */
export const registerIncidentAction = (
  library: Library,
  server: McpServer,
  context: ConsoleContext,
  mayWrite: boolean,
): void =>
  register(
    library,
    server,
    context,
    'incident_action',
    {
      ...incidentAction,
      respond: (context, given) => {
        if (!mayWrite)
          throw new Error(
            'This needs the token of the console: the header authorization must be Bearer and the token.',
          );
        return incidentAction.respond(context, given);
      },
    },
    { readOnlyHint: false, destructiveHint: false },
  );
