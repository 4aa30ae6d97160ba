import type { consoleRoutes } from '@faultline/contracts/console';
import type { Handlers } from '@faultline/service';
import type { ServiceName, StoreName } from '@faultline/topology';
import { explanation } from '../explanation/explanation';
import type { FaultDoor } from '../faults/fault-door';
import { switchAllOff, switchFaultOff, switchFaultOn } from '../faults/switch-faults';
import { signalsOf } from '../incidents/from-alertmanager';
import { takeProfile } from '../profile/take-profile';
import type { ConsoleSources } from '../sources';
import { storeDetail } from '../stores/store-detail';
import { alerts } from '../views/alerts';
import { changes } from '../views/changes';
import { compare } from '../views/compare';
import { errors } from '../views/errors';
import { executive } from '../views/executive';
import { faultList } from '../views/fault-cards';
import { heatMap } from '../views/heat-map';
import { actOnIncident, incident, incidents } from '../views/incidents';
import { logFacets, logSummary, logs } from '../views/logs';
import { overview } from '../views/overview';
import { red } from '../views/red';
import { resources } from '../views/resources';
import { states } from '../views/states';
import { type Identity, status } from '../views/status';
import { trace } from '../views/trace';
import { traces } from '../views/traces';
import { withinBytes } from './within-bytes';

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

/** Who did it, where nobody says who. */
const somebody = 'somebody';

export const handlersOf = (inside: Inside): Handlers<typeof consoleRoutes> => {
  const { faults, adminUrl, storeUrl } = inside;
  return {
    status: () => status(inside.sources, inside.identity),
    overview: async ({ query }) =>
      overview(inside.sources, query, (await faults.status().catch(() => undefined))?.length),
    states: ({ query }) => states(inside.sources, query),
    red: ({ query }) => red(inside.sources, query),
    resources: ({ params, query }) => resources(inside.sources, params.component, query),
    heatMap: ({ query }) => heatMap(inside.sources.store, query),
    compare: ({ query }) => compare(inside.sources.store, query),
    errors: ({ query }) => errors(inside.sources.store, query),
    traces: ({ query }) =>
      withinBytes(query, (limit) => traces(inside.sources.store, { ...query, limit })),
    trace: ({ params, query }) => trace(inside.sources.store, params.traceId, query),
    logs: ({ query }) =>
      withinBytes(query, (limit) => logs(inside.sources.store, { ...query, limit })),
    logFacets: ({ query }) => logFacets(inside.sources.store, query),
    logSummary: ({ query }) =>
      withinBytes(query, (limit) => logSummary(inside.sources.store, { ...query, limit })),
    store: ({ params }) => storeDetail(inside.sources.store, storeUrl, params.component),
    changes: ({ query }) => changes(inside.sources, query),
    alerts: ({ query }) => alerts(inside.sources, query),
    receiveAlerts: ({ body }) => {
      const signals = signalsOf(body);
      for (const signal of signals) inside.sources.incidents.signal(signal);
      return { taken: signals.length };
    },
    incidents: ({ query }) => incidents(inside.sources, query),
    executive: ({ query }) => executive(inside.sources, query),
    incident: ({ params }) => incident(inside.sources, params.id),
    explanation: ({ params }) => explanation(inside.sources, storeUrl, params.id),
    acknowledgeIncident: ({ params, body: { by = somebody } }) =>
      actOnIncident(inside.sources, params.id, ({ acknowledge }) => acknowledge(params.id, by)),
    commentIncident: ({ params, body: { by = somebody, text } }) =>
      actOnIncident(inside.sources, params.id, ({ comment }) => comment(params.id, by, text)),
    resolveIncident: ({ params, body: { by = somebody } }) =>
      actOnIncident(inside.sources, params.id, ({ resolve }) => resolve(params.id, by)),
    faults: () => faultList(inside.sources, faults),
    switchOn: ({ params, body }) =>
      switchFaultOn(inside.sources, faults, params.key, body.settings),
    switchOff: ({ params, query }) => switchFaultOff(faults, params.key, query),
    allOff: () => switchAllOff(faults),
    profile: ({ params, query }) => takeProfile(adminUrl, params.component, query),
  };
};
