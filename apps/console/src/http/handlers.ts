import type { consoleRoutes } from '@faultline/contracts/console';
import type { Handlers } from '@faultline/service';
import type { ServiceName, StoreName } from '@faultline/topology';
import type { FaultDoor } from '../faults/fault-door';
import { switchAllOff, switchFaultOff, switchFaultOn } from '../faults/switch-faults';
import { takeProfile } from '../profile/take-profile';
import type { ConsoleSources } from '../sources';
import { storeDetail } from '../stores/store-detail';
import { alerts } from '../views/alerts';
import { changes } from '../views/changes';
import { compare } from '../views/compare';
import { errors } from '../views/errors';
import { faultList } from '../views/fault-cards';
import { heatMap } from '../views/heat-map';
import { logFacets, logSummary, logs } from '../views/logs';
import { overview } from '../views/overview';
import { red } from '../views/red';
import { resources } from '../views/resources';
import { states } from '../views/states';
import { type Identity, status } from '../views/status';
import { trace } from '../views/trace';
import { traces } from '../views/traces';

/** What the doors of the console lead to. */
export interface Inside {
  sources: ConsoleSources;
  faults: FaultDoor;
  identity: Identity;
  /** Without a trailing slash; undefined for what this console does not watch. */
  adminUrl(service: ServiceName): string | undefined;
  storeUrl(store: StoreName): string | undefined;
}

export const handlersOf = (inside: Inside): Handlers<typeof consoleRoutes> => {
  const { sources, faults, identity, adminUrl, storeUrl } = inside;
  const { store } = sources;
  return {
    status: () => status(sources, identity),
    overview: async ({ query }) =>
      overview(sources, query, (await faults.status().catch(() => undefined))?.length),
    states: ({ query }) => states(sources, query),
    red: ({ query }) => red(sources, query),
    resources: ({ params, query }) => resources(sources, params.component, query),
    heatMap: ({ query }) => heatMap(store, query),
    compare: ({ query }) => compare(store, query),
    errors: ({ query }) => errors(store, query),
    traces: ({ query }) => traces(store, query),
    trace: ({ params, query }) => trace(store, params.traceId, query),
    logs: ({ query }) => logs(store, query),
    logFacets: ({ query }) => logFacets(store, query),
    logSummary: ({ query }) => logSummary(store, query),
    store: ({ params }) => storeDetail(store, storeUrl, params.component),
    changes: ({ query }) => changes(sources, query),
    alerts: ({ query }) => alerts(sources, query),
    faults: () => faultList(sources, faults),
    switchOn: ({ params, body }) => switchFaultOn(sources, faults, params.key, body.settings),
    switchOff: ({ params, query }) => switchFaultOff(faults, params.key, query),
    allOff: () => switchAllOff(faults),
    profile: ({ params, query }) => takeProfile(adminUrl, params.component, query),
  };
};
