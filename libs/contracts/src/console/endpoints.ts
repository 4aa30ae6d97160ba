// Generated from routes.ts by npm run generate. Without imports, as the console's pages load it as it is.

/** The method and the path of each route of the console. */
export const consoleEndpoints = {
  status: { method: 'GET', path: '/api/status' },
  overview: { method: 'GET', path: '/api/overview' },
  states: { method: 'GET', path: '/api/states' },
  red: { method: 'GET', path: '/api/red' },
  resources: { method: 'GET', path: '/api/components/:component/resources' },
  heatMap: { method: 'GET', path: '/api/heat-map' },
  compare: { method: 'GET', path: '/api/compare' },
  errors: { method: 'GET', path: '/api/errors' },
  traces: { method: 'GET', path: '/api/traces' },
  trace: { method: 'GET', path: '/api/traces/:traceId' },
  logs: { method: 'GET', path: '/api/logs' },
  logFacets: { method: 'GET', path: '/api/logs/facets' },
  logSummary: { method: 'GET', path: '/api/logs/summary' },
  store: { method: 'GET', path: '/api/stores/:component' },
  changes: { method: 'GET', path: '/api/changes' },
  alerts: { method: 'GET', path: '/api/alerts' },
  faults: { method: 'GET', path: '/api/faults' },
  switchOn: { method: 'PUT', path: '/api/faults/:key' },
  switchOff: { method: 'DELETE', path: '/api/faults/:key' },
  allOff: { method: 'DELETE', path: '/api/faults' },
  profile: { method: 'POST', path: '/api/components/:component/profile' },
} as const;
