import type { Actor, consoleRoutes, IncidentDetail } from '@faultline/contracts/console';
import type { Handlers } from '@faultline/service';
import { explanation } from '../explanation/explanation';
import { switchAllOff, switchFaultOff, switchFaultOn } from '../faults/switch-faults';
import { takeAlerts } from '../incidents/from-alertmanager';
import { takeProfile } from '../profile/take-profile';
import { shortStore, storeDetail } from '../stores/store-detail';
import { alerts } from '../views/alerts';
import { changes } from '../views/changes';
import { compare, shortComparison } from '../views/compare';
import { errors } from '../views/errors';
import { executive } from '../views/executive';
import { faultList } from '../views/fault-cards';
import { heatMap, shortHeatMap } from '../views/heat-map';
import { actOnIncident, incident, incidents, shortIncident } from '../views/incidents';
import { logFacets, logSummary, logs, shortFacets } from '../views/logs';
import { overview, overviewSources, shortOverview } from '../views/overview';
import { red } from '../views/red';
import { resources } from '../views/resources';
import { states } from '../views/states';
import { status } from '../views/status';
import { shortTrace, spansByDefault, trace } from '../views/trace';
import { traces } from '../views/traces';
import type { ConsoleContext } from './console-context';
import { shortEnough, withinBytes } from './within-bytes';

/** How many points a chart has, and how many entries a list within a response, if nobody asks for more. */
const chart = [2, 120] as const;
const some = [0, 50] as const;
const differences = [1, 20] as const;
const facetValues = [1, 50] as const;

/** Who uses the pages, or the API of them. */
const personOf = ({ by }: { by?: string }): Actor => ({
  kind: 'person',
  ...(by !== undefined && { name: by }),
});

export const handlersOf = (context: ConsoleContext): Handlers<typeof consoleRoutes> => {
  const { faults, adminUrl, storeUrl } = context;
  const shown = (whole: IncidentDetail, { limit }: { limit?: number }) =>
    shortEnough(limit, some, (count) => shortIncident(whole, count));
  const act = (
    { id }: { id: number },
    query: { limit?: number },
    action: Parameters<typeof actOnIncident>[2],
  ) => shown(actOnIncident(context.sources, id, action), query);
  return {
    status: () => status(context.sources, context.identity),
    overview: async ({ query }) => {
      const on = await faults.status().catch(() => undefined);
      const whole = overview(overviewSources(context), query, on?.length);
      return shortEnough(query.limit, some, (limit) => shortOverview(whole, limit));
    },
    states: ({ query }) =>
      withinBytes(query, (limit) => states(context.sources, { ...query, limit })),
    red: ({ query }) =>
      shortEnough(query.points, chart, (points) => red(context.sources, { ...query, points })),
    resources: ({ params, query }) =>
      shortEnough(query.points, chart, (points) =>
        resources(context.sources, params.component, { ...query, points }),
      ),
    heatMap: async ({ query }) => {
      const whole = await heatMap(context.sources.store, query);
      if (query.columns !== undefined) return whole;
      return shortEnough(undefined, [1, whole.total], (limit) => shortHeatMap(whole, limit));
    },
    compare: async ({ query }) => {
      const limit = query.limit ?? differences[1];
      const whole = await compare(context.sources.store, { ...query, limit });
      return shortEnough(query.limit, differences, (count) => shortComparison(whole, count));
    },
    errors: ({ query }) =>
      withinBytes(query, (limit) => errors(context.sources.store, { ...query, limit })),
    traces: ({ query }) =>
      withinBytes(query, (limit) => traces(context.sources.store, { ...query, limit })),
    trace: async ({ params, query: { limit } }) => {
      const whole = await trace(context.sources.store, params.traceId, limit);
      return shortEnough(limit, [1, spansByDefault], (count) => shortTrace(whole, count));
    },
    logs: ({ query }) =>
      withinBytes(query, (limit) => logs(context.sources.store, { ...query, limit })),
    logFacets: async ({ query }) => {
      const whole = await logFacets(context.sources.store, query);
      return shortEnough(query.limit, facetValues, (count) => shortFacets(whole, count));
    },
    logSummary: ({ query }) =>
      withinBytes(query, (limit) => logSummary(context.sources.store, { ...query, limit })),
    store: async ({ params, query }) => {
      const { store } = context.sources;
      const whole = await storeDetail(store, storeUrl, params.component, query);
      return shortEnough(query.limit, some, (limit) => shortStore(whole, limit));
    },
    changes: ({ query }) =>
      withinBytes(query, (limit) => changes(context.sources, { ...query, limit })),
    alerts: ({ query }) =>
      withinBytes(query, (limit) => alerts(context.sources, { ...query, limit })),
    receiveAlerts: ({ query, body }) => ({
      taken: takeAlerts(context.sources.incidents, body, {
        expireAfter: query.expireAfter,
        installation: context.installation,
      }),
    }),
    incidents: ({ query }) =>
      withinBytes(query, (limit) => incidents(context.sources, { ...query, limit })),
    executive: ({ query }) => executive(context.sources, query),
    incident: ({ params, query }) => shown(incident(context.sources, params.id), query),
    explanation: ({ params }) => explanation(context.sources, storeUrl, params.id),
    acknowledgeIncident: ({ params, query, body }) =>
      act(params, query, ({ acknowledge }) => acknowledge(params.id, personOf(body))),
    commentIncident: ({ params, query, body }) =>
      act(params, query, ({ comment }) => comment(params.id, personOf(body), body.text)),
    resolveIncident: ({ params, query, body }) =>
      act(params, query, ({ resolve }) => resolve(params.id, personOf(body))),
    faults: ({ query }) =>
      withinBytes(query, (limit) => faultList(context.sources, faults, { ...query, limit })),
    switchOn: ({ params, body }) =>
      switchFaultOn(context.sources, faults, params.key, body.settings),
    switchOff: ({ params, query }) => switchFaultOff(faults, params.key, query),
    allOff: () => switchAllOff(faults),
    profile: ({ params, query }) => takeProfile(adminUrl, params.component, query),
  };
};
