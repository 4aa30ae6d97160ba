import type { AlertState, ComponentStatus } from '@faultline/contracts/console';
import { maxQueryLength } from '@faultline/telemetry-store';
import { type Static, type TObject, Type } from 'typebox';
import type { ConsoleContext } from '../http/console-context';
import { changes } from '../views/changes';
import { compare } from '../views/compare';
import { errors } from '../views/errors';
import { logs } from '../views/logs';
import { overview, overviewSources } from '../views/overview';
import { red } from '../views/red';
import { trace } from '../views/trace';
import { traces } from '../views/traces';
import { incidentResponse, incidentsResponse } from './incident-tools';
import { runbook } from './runbook';
import { sharing, type ToolResponse } from './tool-response';
import { traceResponse } from './trace-tool';

const window = {
  minutes: Type.Optional(
    Type.Number({
      minimum: 0.1,
      maximum: 10_080,
      description: 'How long the range is; default 15',
    }),
  ),
  until: Type.Optional(
    Type.Number({ description: 'The end of the range in ms since 1970; default now' }),
  ),
};
const q = Type.Optional(
  Type.String({
    maxLength: maxQueryLength,
    description:
      'A search such as `service:product status:error duration:>500 app.product.id:x "connection refused"`; fields of spans: service, name, kind, status, duration (ms), trace; of logs: service, level, message, trace; or any attribute. AND, OR, NOT, brackets and * are known; a text with other than letters, digits and . - _ needs quotes',
  }),
);
const component = Type.Optional(Type.String({ maxLength: 64, description: 'Such as `product`' }));

const rangeOf = ({ minutes = 15, until }: { minutes?: number; until?: number }) => {
  const to = until ?? Date.now();
  return { from: to - minutes * 60_000, to };
};

/** What the lists of a brief share; the rest of it has place beside them. */
const briefBytes = 6_500;

/** Red before amber, and what needs somebody now before what can wait; then the oldest first. */
const byState = (a: ComponentStatus, b: ComponentStatus): number =>
  Number(b.state === 'red') - Number(a.state === 'red') || (a.since ?? 0) - (b.since ?? 0);
const byPriority = (a: AlertState, b: AlertState): number =>
  Number(b.priority === 'page') - Number(a.priority === 'page') || a.since - b.since;

const tool = <Own extends TObject>(
  description: string,
  parameters: Own,
  respond: (context: ConsoleContext, given: Static<Own>) => Promise<ToolResponse> | ToolResponse,
) => ({ description, parameters, respond });

/** The tools of the console by name. What they tell of is what telemetry shows. */
export const tools = {
  brief: tool(
    'Start here: what is wrong now. Unhealthy components with reasons, firing alerts, new errors and the latest changes',
    Type.Object({}),
    async (context) => {
      const { sources } = context;
      const {
        at,
        keptSince,
        indicators,
        components,
        alerts: all,
        changes: found,
      } = overview(overviewSources(context), {});
      const groups = await errors(sources.store, {});
      const firing = all.filter(({ resolved }) => resolved === undefined);
      const unhealthy = components.filter(({ state }) => state === 'red' || state === 'amber');
      const { items = [], ...lists } = sharing(
        {
          alerts: firing.sort(byPriority),
          changes: found.slice(0, 5),
          errors: groups.items.filter(({ novelty }) => novelty !== 'gone').slice(0, 8),
          items: unhealthy
            .sort(byState)
            .map(({ name, state, since, reasons }) => ({ name, state, since, reasons })),
        },
        briefBytes,
      );
      return {
        at,
        keptSince,
        indicators,
        alertsFiring: firing.length,
        unhealthyComponents: unhealthy.length,
        ...lists,
        items,
      };
    },
  ),
  services: tool(
    'The service map: each component with state, reasons, rate, error share, p95 and versions, and the calls between them',
    Type.Object({
      at: Type.Optional(Type.Number({ description: 'A moment in ms since 1970; default now' })),
    }),
    (context, query) => {
      const { at, components, edges } = overview(overviewSources(context), query);
      return {
        at,
        edges: edges
          .filter(({ rate }) => rate !== undefined && rate > 0)
          .map(({ from, to, ...red }) => ({ call: `${from} → ${to}`, ...red })),
        items: components.map(({ title, kind, ...component }) => component),
      };
    },
  ),
  metrics: tool(
    'Rate, share of errors and p95 (ms) over time, by service, by route or version of a component, or by product',
    Type.Object({
      ...window,
      component,
      by: Type.Optional(
        Type.Union([
          Type.Literal('service'),
          Type.Literal('route'),
          Type.Literal('product'),
          Type.Literal('version'),
        ]),
      ),
    }),
    async ({ sources }, { component: name, by = 'service', ...range }) => {
      const { times, groups, total } = await red(sources, {
        ...rangeOf(range),
        ...(name !== undefined && { component: name }),
        by,
        points: 10,
        limit: 12,
      });
      return { times, total, items: groups };
    },
  ),
  traces: tool(
    'Traces with spans that fit a search, the newest first, or, by `sort`, the slowest (`duration`), those with the most `spans`, with the most spans that fit (`hits`), or with the longest of these (`longestHit`)',
    Type.Object({
      q,
      ...window,
      sort: Type.Optional(
        Type.Union([
          Type.Literal('start'),
          Type.Literal('duration'),
          Type.Literal('spans'),
          Type.Literal('hits'),
          Type.Literal('longestHit'),
        ]),
      ),
    }),
    async ({ sources: { store } }, { q: text = '', sort = 'start', ...range }) => ({
      ...(await traces(store, { q: text, ...rangeOf(range), limit: 25, sort })),
    }),
  ),
  trace: tool(
    'One trace: its spans with depth, self time and critical time (ms), exceptions, and log lines that are no info. Repeated siblings are one line with `times`',
    Type.Object({ traceId: Type.String({ pattern: '^[0-9a-f]{32}$' }) }),
    async ({ sources: { store } }, { traceId }) => traceResponse(await trace(store, traceId)),
  ),
  logs: tool(
    'Log records that fit a search, the newest first; stores have logs, too',
    Type.Object({ q, ...window }),
    async ({ sources: { store } }, { q: text = '', ...range }) => ({
      ...(await logs(store, { q: text, ...rangeOf(range), limit: 40 })),
    }),
  ),
  compare: tool(
    'Which attribute values are more frequent in the spans that failed (or that took at least minDuration ms) than in the rest of a search; the first one is the best hint',
    Type.Object({ q, ...window, minDuration: Type.Optional(Type.Number({ minimum: 0 })) }),
    async ({ sources: { store } }, { q: text = '', minDuration, minutes, until }) => {
      const { differences, ...counts } = await compare(store, {
        q: text,
        ...rangeOf({
          ...(minutes !== undefined && { minutes }),
          ...(until !== undefined && { until }),
        }),
        ...(minDuration !== undefined && { minDuration }),
        limit: 15,
      });
      return { ...counts, items: differences };
    },
  ),
  changes: tool(
    'New versions, restarts and changes of scale, the newest first',
    Type.Object({ ...window, component }),
    ({ sources }, { component: name, ...range }) =>
      changes(sources, { ...rangeOf(range), ...(name !== undefined && { component: name }) }),
  ),
  incidents: tool(
    'Incidents that lasted into a range, and its alerts; with an id, what telemetry says about one: ranked suspects and sentences, with paths of the console’s pages',
    Type.Object({ ...window, id: Type.Optional(Type.Integer({ minimum: 1 })) }),
    (context, { id, ...range }) =>
      id === undefined ? incidentsResponse(context, rangeOf(range)) : incidentResponse(context, id),
  ),
  runbook: tool(
    'What an alert means and which tools find its cause; without a name, the list of alerts',
    Type.Object({
      alert: Type.Optional(Type.String({ maxLength: 64 })),
      subject: Type.Optional(Type.String({ maxLength: 64 })),
    }),
    (_inside, { alert, subject }) => runbook(alert, subject),
  ),
};
