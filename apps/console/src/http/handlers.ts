import type { Actor, consoleRoutes, IncidentDetail } from '@faultline/contracts/console';
import type { Handlers } from '@faultline/service';
import type { ServiceName, StoreName } from '@faultline/topology';
import { explanation } from '../explanation/explanation';
import type { FaultDoor } from '../faults/fault-door';
import { switchAllOff, switchFaultOff, switchFaultOn } from '../faults/switch-faults';
import { signalsOf } from '../incidents/from-alertmanager';
import { takeProfile } from '../profile/take-profile';
import type { ConsoleSources } from '../sources';
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
import { type Identity, status } from '../views/status';
import { shortTrace, spansByDefault, trace } from '../views/trace';
import { traces } from '../views/traces';
import { shortEnough, withinBytes } from './within-bytes';

/** What the doors of the console lead to. */
export interface Inside {
  /** Those of the shop, until a bundle is opened. */
  sources: ConsoleSources;
  faults: FaultDoor;
  identity: Identity;
  /** Where people reach this console; without a trailing slash. */
  consoleUrl: string;
  /** Without a trailing slash; undefined for what this console does not watch. */
  adminUrl(service: ServiceName): string | undefined;
  storeUrl(store: StoreName): string | undefined;
}

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

export const handlersOf = (inside: Inside): Handlers<typeof consoleRoutes> => {
  const { faults, adminUrl, storeUrl } = inside;
  const shown = (whole: IncidentDetail, { limit }: { limit?: number }) =>
    shortEnough(limit, some, (count) => shortIncident(whole, count));
  const act = (
    { id }: { id: number },
    query: { limit?: number },
    action: Parameters<typeof actOnIncident>[2],
  ) => shown(actOnIncident(inside.sources, id, action), query);
  return {
    status: () => status(inside.sources, inside.identity),
    overview: async ({ query }) => {
      const on = await faults.status().catch(() => undefined);
      const whole = overview(overviewSources(inside), query, on?.length);
      return shortEnough(query.limit, some, (limit) => shortOverview(whole, limit));
    },
    states: ({ query }) =>
      withinBytes(query, (limit) => states(inside.sources, { ...query, limit })),
    red: ({ query }) =>
      shortEnough(query.points, chart, (points) => red(inside.sources, { ...query, points })),
    resources: ({ params, query }) =>
      shortEnough(query.points, chart, (points) =>
        resources(inside.sources, params.component, { ...query, points }),
      ),
    heatMap: async ({ query }) => {
      const whole = await heatMap(inside.sources.store, query);
      if (query.columns !== undefined) return whole;
      return shortEnough(undefined, [1, whole.total], (limit) => shortHeatMap(whole, limit));
    },
    compare: async ({ query }) => {
      const limit = query.limit ?? differences[1];
      const whole = await compare(inside.sources.store, { ...query, limit });
      return shortEnough(query.limit, differences, (count) => shortComparison(whole, count));
    },
    errors: ({ query }) =>
      withinBytes(query, (limit) => errors(inside.sources.store, { ...query, limit })),
    traces: ({ query }) =>
      withinBytes(query, (limit) => traces(inside.sources.store, { ...query, limit })),
    trace: async ({ params, query: { limit } }) => {
      const whole = await trace(inside.sources.store, params.traceId, limit);
      return shortEnough(limit, [1, spansByDefault], (count) => shortTrace(whole, count));
    },
    logs: ({ query }) =>
      withinBytes(query, (limit) => logs(inside.sources.store, { ...query, limit })),
    logFacets: async ({ query }) => {
      const whole = await logFacets(inside.sources.store, query);
      return shortEnough(query.limit, facetValues, (count) => shortFacets(whole, count));
    },
    logSummary: ({ query }) =>
      withinBytes(query, (limit) => logSummary(inside.sources.store, { ...query, limit })),
    store: async ({ params, query }) => {
      const { store } = inside.sources;
      const whole = await storeDetail(store, storeUrl, params.component, query);
      return shortEnough(query.limit, some, (limit) => shortStore(whole, limit));
    },
    changes: ({ query }) =>
      withinBytes(query, (limit) => changes(inside.sources, { ...query, limit })),
    alerts: ({ query }) =>
      withinBytes(query, (limit) => alerts(inside.sources, { ...query, limit })),
    receiveAlerts: ({ query, body }) => {
      const signals = signalsOf(body, query.expireAfter);
      for (const signal of signals) inside.sources.incidents.signal(signal);
      return { taken: signals.length };
    },
    incidents: ({ query }) =>
      withinBytes(query, (limit) => incidents(inside.sources, { ...query, limit })),
    executive: ({ query }) => executive(inside.sources, query),
    incident: ({ params, query }) => shown(incident(inside.sources, params.id), query),
    explanation: ({ params }) => explanation(inside.sources, storeUrl, params.id),
    acknowledgeIncident: ({ params, query, body }) =>
      act(params, query, ({ acknowledge }) => acknowledge(params.id, personOf(body))),
    commentIncident: ({ params, query, body }) =>
      act(params, query, ({ comment }) => comment(params.id, personOf(body), body.text)),
    resolveIncident: ({ params, query, body }) =>
      act(params, query, ({ resolve }) => resolve(params.id, personOf(body))),
    faults: ({ query }) =>
      withinBytes(query, (limit) => faultList(inside.sources, faults, { ...query, limit })),
    switchOn: ({ params, body }) =>
      switchFaultOn(inside.sources, faults, params.key, body.settings),
    switchOff: ({ params, query }) => switchFaultOff(faults, params.key, query),
    allOff: () => switchAllOff(faults),
    profile: ({ params, query }) => takeProfile(adminUrl, params.component, query),
  };
};
