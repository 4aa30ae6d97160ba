import { fromJsonSchema, type McpServer, type ToolAnnotations } from '@modelcontextprotocol/server';
import type { Static, TObject } from 'typebox';
import type { Inside } from '../http/handlers';
import { type Answer, textOf } from './answer';
import { incidentAction } from './incident-tools';
import { tools } from './tools';

interface Tool<Own extends TObject> {
  description: string;
  parameters: Own;
  answer(inside: Inside, given: Static<Own>): Promise<Answer> | Answer;
}

const register = <Own extends TObject>(
  server: McpServer,
  inside: Inside,
  name: string,
  { description, parameters, answer }: Tool<Own>,
  annotations: ToolAnnotations = { readOnlyHint: true },
): void => {
  server.registerTool(
    name,
    {
      description,
      inputSchema: fromJsonSchema<Static<Own>>({ ...parameters }),
      annotations: { ...annotations, openWorldHint: false },
    },
    async (given) => {
      try {
        return { content: [{ type: 'text', text: textOf(await answer(inside, given)) }] };
      } catch (error) {
        // Such as a search that cannot be read: the agent can do better.
        const text = error instanceof Error ? error.message : String(error);
        return { isError: true, content: [{ type: 'text', text }] };
      }
    },
  );
};

export const registerTools = (server: McpServer, inside: Inside): void => {
  register(server, inside, 'brief', tools.brief);
  register(server, inside, 'services', tools.services);
  register(server, inside, 'metrics', tools.metrics);
  register(server, inside, 'traces', tools.traces);
  register(server, inside, 'trace', tools.trace);
  register(server, inside, 'logs', tools.logs);
  register(server, inside, 'compare', tools.compare);
  register(server, inside, 'changes', tools.changes);
  register(server, inside, 'incidents', tools.incidents);
  register(server, inside, 'runbook', tools.runbook);
};

/** The only tool that writes. It refuses what comes without the token of a console that has one. */
export const registerIncidentAction = (
  server: McpServer,
  inside: Inside,
  mayWrite: boolean,
): void =>
  register(
    server,
    inside,
    'incident_action',
    {
      ...incidentAction,
      answer: (door, given) => {
        if (!mayWrite)
          throw new Error(
            'This needs the token of the console: the header authorization must be Bearer and the token.',
          );
        return incidentAction.answer(door, given);
      },
    },
    { readOnlyHint: false, destructiveHint: false },
  );
