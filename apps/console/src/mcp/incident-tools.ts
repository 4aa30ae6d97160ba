import type { Actor } from '@faultline/contracts/console';
import { type Static, Type } from 'typebox';
import { explanation } from '../explanation/explanation';
import type { ConsoleContext } from '../http/console-context';
import { alerts } from '../views/alerts';
import { actOnIncident, incident, incidents } from '../views/incidents';
import type { Range } from '../views/range';
import type { ToolResponse } from './tool-response';

/** How many alerts are told beside incidents. */
const maxAlerts = 10;

/** Incidents of a range, and its alerts, of which some belong to no incident that is kept. */
export const incidentsResponse = ({ sources }: ConsoleContext, range: Range): ToolResponse => {
  const { items, total, figures } = incidents(sources, range);
  const found = alerts(sources, range);
  return {
    figures,
    total,
    alerts: found.items.slice(0, maxAlerts),
    totalAlerts: found.total,
    items: items.map(({ alerts: its, ...shown }) => ({ ...shown, alerts: its.length })),
  };
};

/** One incident: what is known of it, then its time line. */
export const incidentResponse = async (
  { sources, storeUrl }: ConsoleContext,
  id: number,
): Promise<ToolResponse> => {
  const { suspects, claims } = await explanation(sources, storeUrl, id);
  const { incident: found, timeline } = incident(sources, id);
  const { alerts: its, ...shown } = found;
  return { incident: shown, suspects, claims, items: timeline };
};

const parameters = Type.Object({
  id: Type.Integer({ minimum: 1 }),
  action: Type.Union([
    Type.Literal('acknowledge'),
    Type.Literal('comment'),
    Type.Literal('resolve'),
  ]),
  text: Type.Optional(
    Type.String({ minLength: 1, maxLength: 2000, description: 'The comment; only for comment' }),
  ),
  by: Type.Optional(
    Type.String({ minLength: 1, maxLength: 80, description: 'What you are called' }),
  ),
});

const act = (
  { sources }: ConsoleContext,
  { id, action, text, by: name }: Static<typeof parameters>,
) => {
  const by: Actor = { kind: 'agent', ...(name !== undefined && { name }) };
  if (action === 'comment') {
    if (text === undefined) throw new Error('A comment needs a text');
    return actOnIncident(sources, id, ({ comment }) => comment(id, by, text));
  }
  return actOnIncident(sources, id, (its) => its[action](id, by));
};

/** What people can do to an incident, too. */
export const incidentAction = {
  description:
    'Acknowledges, comments or resolves an incident, as people do on its page; it changes the incident, not the shop',
  parameters,
  respond: (context: ConsoleContext, given: Static<typeof parameters>): ToolResponse => {
    const { incident: changed, timeline } = act(context, given);
    const { alerts: its, ...shown } = changed;
    return { incident: shown, items: timeline.slice(-3) };
  },
};
