import { type Static, Type } from 'typebox';
import { route, withDefault } from '../route';
import { Component, limitOf, Moment, page, paging, query, range, searched, Time } from './common';
import { FaultCard, FaultList, Nothing, SwitchOn } from './faults';
import { incidentRoutes } from './incident-routes';
import { AlertState, Change, Overview, StateChange } from './overview';
import { Comparison, ErrorGroup, HeatMap, RedSeries, Resources } from './series';
import { StoreDetail } from './stores';
import { Frame, LogFacets, LogPage, LogSummary, Trace, TracePage } from './telemetry';

const Search = Type.Object({ ...query, ...range, ...paging });

/** How many points a chart has at most; by default as many as 8 KB have room for, and 120 at most. */
const points = Type.Optional(Type.Integer({ minimum: 2, maximum: 2000 }));

/** What the first traces have the most of; `hits` are the spans that fit, `longestHit` is the longest of them. */
const sort = withDefault(
  Type.Union([
    Type.Literal('start'),
    Type.Literal('duration'),
    Type.Literal('spans'),
    Type.Literal('errors'),
    Type.Literal('hits'),
    Type.Literal('longestHit'),
  ]),
  'start',
);

const list = <Item extends Parameters<typeof Type.Array>[0]>(item: Item) =>
  Type.Object({ items: Type.Array(item), ...page });
export type List<Item> = { items: Item[] } & Omit<LogPage, 'items'>;

const ServiceParameters = Type.Object({ component: Component });

/** What the console has taken in and keeps, and where it refuses more. */
export const ConsoleStatus = Type.Object({
  version: Type.String(),
  /** Whether it is connected to a shop, or shows a bundle only. */
  shop: Type.Boolean(),
  /** Where the files of the repository can be read, without a trailing slash. */
  docsUrl: Type.Optional(Type.String()),
  /** The range of the bundle that it shows. */
  bundle: Type.Optional(Type.Object({ from: Time, to: Time })),
  keptSince: Type.Optional(Time),
  spans: Type.Integer(),
  logs: Type.Integer(),
  bytes: Type.Number(),
  maxBytes: Type.Number(),
  /** Since the start of the console. */
  received: Type.Integer(),
  dropped: Type.Integer(),
  /** Requests; and spans and log records that were refused while the rest of their request was taken. */
  refused: Type.Integer(),
  rejected: Type.Integer(),
});
export type ConsoleStatus = Static<typeof ConsoleStatus>;

/** The routes of the console, for its pages and for programs. */
export const consoleRoutes = {
  status: route({
    method: 'GET',
    path: '/api/status',
    summary: 'What the console keeps, and what it had to drop or refuse',
    response: { 200: ConsoleStatus },
  }),
  overview: route({
    method: 'GET',
    path: '/api/overview',
    summary: 'The service map with its indicators, alerts and changes, at a moment',
    querystring: Type.Object({ ...Moment.properties, limit: limitOf(1000) }),
    response: { 200: Overview },
  }),
  states: route({
    method: 'GET',
    path: '/api/states',
    summary:
      'Changes of the components’ states in a range, of which the newest are on the first page',
    querystring: Type.Object({ ...range, ...paging }),
    response: { 200: list(StateChange) },
    problems: { 400: ['invalid-cursor'] },
  }),
  red: route({
    method: 'GET',
    path: '/api/red',
    summary: 'Rate, errors and duration over time, by service, route, product or version',
    querystring: Type.Object({
      ...range,
      component: Type.Optional(Component),
      by: withDefault(
        Type.Union([
          Type.Literal('service'),
          Type.Literal('route'),
          Type.Literal('product'),
          Type.Literal('version'),
        ]),
        'service',
      ),
      points,
      limit: withDefault(Type.Integer({ minimum: 1, maximum: 50 }), 12),
    }),
    response: { 200: RedSeries },
  }),
  resources: route({
    method: 'GET',
    path: '/api/components/:component/resources',
    summary: 'What a component uses: CPU, memory, event loop, garbage collection, connections',
    params: ServiceParameters,
    querystring: Type.Object({ ...range, points }),
    response: { 200: Resources },
    problems: { 404: ['unknown-component'] },
  }),
  heatMap: route({
    method: 'GET',
    path: '/api/heat-map',
    summary: 'Spans by time and duration',
    querystring: Type.Object({
      ...query,
      ...range,
      /** If not asked for, 24, with one row per doubling, and as many cells as 8 KB have room for. */
      columns: Type.Optional(Type.Integer({ minimum: 10, maximum: 400 })),
    }),
    response: { 200: HeatMap },
    problems: { 400: ['invalid-query'] },
  }),
  compare: route({
    method: 'GET',
    path: '/api/compare',
    summary: 'Attribute values that are more frequent in a selection of spans than in the rest',
    description:
      'The selection is a rectangle of the heat map of `q`; without one, it is the spans that failed.',
    querystring: Type.Object({
      ...query,
      ...range,
      selectedFrom: Type.Optional(Time),
      selectedTo: Type.Optional(Time),
      minDuration: Type.Optional(Type.Number({ minimum: 0 })),
      maxDuration: Type.Optional(Type.Number({ minimum: 0 })),
      /** 20 at most if it is not asked for. */
      limit: limitOf(100),
    }),
    response: { 200: Comparison },
    problems: { 400: ['invalid-query'] },
  }),
  errors: route({
    method: 'GET',
    path: '/api/errors',
    summary: 'Errors grouped by message, with those that are new or gone',
    querystring: Type.Object({ ...range, component: Type.Optional(Component), ...paging }),
    response: { 200: Type.Object({ items: Type.Array(ErrorGroup), ...page, ...searched }) },
    problems: { 400: ['invalid-cursor'] },
  }),
  traces: route({
    method: 'GET',
    path: '/api/traces',
    summary: 'Traces with spans that fit a search, the newest first, or the slowest or largest',
    description:
      'Sorted by anything but `start`, those of the newest 200,000 spans are sorted; `searchedSince` says if there are more.',
    querystring: Type.Object({ ...Search.properties, sort }),
    response: { 200: TracePage },
    problems: { 400: ['invalid-query', 'invalid-cursor'] },
  }),
  trace: route({
    method: 'GET',
    path: '/api/traces/:traceId',
    summary: 'One trace with its spans and log lines',
    params: Type.Object({ traceId: Type.String({ pattern: '^[0-9a-f]{32}$' }) }),
    querystring: Type.Object({ limit: limitOf(10_000) }),
    response: { 200: Trace },
    problems: { 404: ['unknown-trace'] },
  }),
  logs: route({
    method: 'GET',
    path: '/api/logs',
    summary: 'Log records that fit a search, the newest first',
    querystring: Search,
    response: { 200: LogPage },
    problems: { 400: ['invalid-query', 'invalid-cursor'] },
  }),
  logFacets: route({
    method: 'GET',
    path: '/api/logs/facets',
    summary: 'How many records fit a search, by service, level and message name',
    querystring: Type.Object({ ...query, ...range, limit: limitOf(50) }),
    response: { 200: LogFacets },
    problems: { 400: ['invalid-query'] },
  }),
  logSummary: route({
    method: 'GET',
    path: '/api/logs/summary',
    summary: 'How often each message was logged, and which are new or gone',
    querystring: Type.Object({ ...range, ...paging }),
    response: { 200: LogSummary },
    problems: { 400: ['invalid-cursor'] },
  }),
  store: route({
    method: 'GET',
    path: '/api/stores/:component',
    summary: 'Connections, statements, locks, memory and log of a store',
    params: ServiceParameters,
    description:
      'The range is that of its log, by default the last hour; all else is as it is now.',
    querystring: Type.Object({ ...range, limit: limitOf(1000) }),
    response: { 200: StoreDetail },
    problems: { 404: ['unknown-component'] },
  }),
  changes: route({
    method: 'GET',
    path: '/api/changes',
    summary: 'New versions, restarts and changes of scale in a range, newest first',
    querystring: Type.Object({ ...range, component: Type.Optional(Component), ...paging }),
    response: { 200: list(Change) },
    problems: { 400: ['invalid-cursor'] },
  }),
  alerts: route({
    method: 'GET',
    path: '/api/alerts',
    summary: 'Alerts that fire or ended in a range, those that fire first',
    querystring: Type.Object({ ...range, ...paging }),
    response: { 200: list(AlertState) },
    problems: { 400: ['invalid-cursor'] },
  }),
  ...incidentRoutes,
  faults: route({
    method: 'GET',
    path: '/api/faults',
    summary: 'The faults of the catalogue, and which are on',
    querystring: Type.Object(paging),
    response: { 200: FaultList },
    problems: { 400: ['invalid-cursor'] },
  }),
  switchOn: route({
    method: 'PUT',
    path: '/api/faults/:key',
    summary: 'Switches a fault on, or changes its settings',
    params: Type.Object({ key: Type.String({ maxLength: 64 }) }),
    body: SwitchOn,
    response: { 200: FaultCard },
    problems: {
      400: ['invalid-setting'],
      404: ['unknown-fault'],
      409: ['faults-are-read-only', 'no-shop'],
    },
  }),
  switchOff: route({
    method: 'DELETE',
    path: '/api/faults/:key',
    summary: 'Switches a fault off',
    params: Type.Object({ key: Type.String({ maxLength: 64 }) }),
    querystring: Type.Object({
      /** Whether its service restarts, which removes what the fault leaves behind. */
      restart: withDefault(Type.Boolean(), false),
    }),
    response: { 200: Nothing },
    problems: { 404: ['unknown-fault'], 409: ['faults-are-read-only', 'no-shop'] },
  }),
  allOff: route({
    method: 'DELETE',
    path: '/api/faults',
    summary: 'Switches all faults off',
    response: { 200: Nothing },
    problems: { 409: ['faults-are-read-only', 'no-shop'] },
  }),
  profile: route({
    method: 'POST',
    path: '/api/components/:component/profile',
    summary: 'Profiles the CPU of a service for some seconds',
    params: ServiceParameters,
    querystring: Type.Object({
      seconds: withDefault(Type.Integer({ minimum: 1, maximum: 30 }), 5),
    }),
    response: { 200: Frame },
    problems: { 404: ['unknown-component'], 409: ['not-running'] },
  }),
};
export type ConsoleRoutes = typeof consoleRoutes;
export type ConsoleEndpoint = keyof ConsoleRoutes;
