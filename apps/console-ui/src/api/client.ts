import type {
  ConsoleEndpoint,
  ConsoleRoutes,
  RequestOf,
  ResponseOf,
} from '@faultline/contracts/console';
import { consoleEndpoints } from '@faultline/contracts/console/endpoints';
import {
  isComparison,
  isConsoleStatus,
  isErrorList,
  isExecutive,
  isFaultCard,
  isFaultList,
  isFrame,
  isHeatMap,
  isIncidentDetail,
  isIncidentExplanation,
  isIncidentList,
  isLogFacets,
  isLogPage,
  isLogSummary,
  isNothing,
  isOverview,
  isRedSeries,
  isResources,
  isStateList,
  isStoreDetail,
  isTrace,
  isTracePage,
} from '@faultline/contracts/console/guards';
import type { Guard } from '@faultline/contracts/guards';
import { targetOf } from '@faultline/contracts/target';
import { connection } from './connection';
import { Failure, failureOf, isProblem } from './failure';
import { accessToken } from './token';

const patience = 45_000;

interface Parts {
  params?: Record<string, string | number>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Sends one request. Resolves with the JSON of a success; everything else rejects with a Failure. */
const send = async (
  method: string,
  path: string,
  { params, query, body }: Parts,
): Promise<unknown> => {
  const token = accessToken.read();
  const sent = connection.send();
  try {
    const response = await fetch(targetOf(path, { params, query }), {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    const content = parsed(await response.text());
    // A 502 without a problem is of a proxy that does not reach the console.
    if (response.ok || response.status < 500 || isProblem(content)) sent.responded();
    else sent.failed();
    if (response.status === 401) accessToken.refuse();
    if (!response.ok) throw failureOf(response.status, content);
    return content;
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    sent.failed();
    throw cause instanceof DOMException && cause.name === 'TimeoutError'
      ? new Failure('The console did not respond in time')
      : new Failure('The console does not respond: is it still running?');
  }
};

/** A route as a function whose parameters and response have the types of the route's record. */
const ask =
  <Name extends ConsoleEndpoint>(name: Name, isResponse: Guard<ResponseOf<ConsoleRoutes[Name]>>) =>
  async (
    parts: Parts & RequestOf<ConsoleRoutes[Name]>,
  ): Promise<ResponseOf<ConsoleRoutes[Name]>> => {
    const { method, path } = consoleEndpoints[name];
    const content = await send(method, path, parts);
    if (isResponse(content)) return content;
    throw new Failure('The console’s response is not as expected: load this page again');
  };

/** The API of the console that served this page. Calls reject with a Failure. */
export const api = {
  status: ask('status', isConsoleStatus),
  overview: ask('overview', isOverview),
  states: ask('states', isStateList),
  red: ask('red', isRedSeries),
  resources: ask('resources', isResources),
  heatMap: ask('heatMap', isHeatMap),
  compare: ask('compare', isComparison),
  errors: ask('errors', isErrorList),
  traces: ask('traces', isTracePage),
  trace: ask('trace', isTrace),
  logs: ask('logs', isLogPage),
  logFacets: ask('logFacets', isLogFacets),
  logSummary: ask('logSummary', isLogSummary),
  store: ask('store', isStoreDetail),
  incidents: ask('incidents', isIncidentList),
  executive: ask('executive', isExecutive),
  incident: ask('incident', isIncidentDetail),
  explanation: ask('explanation', isIncidentExplanation),
  acknowledgeIncident: ask('acknowledgeIncident', isIncidentDetail),
  commentIncident: ask('commentIncident', isIncidentDetail),
  resolveIncident: ask('resolveIncident', isIncidentDetail),
  faults: ask('faults', isFaultList),
  switchOn: ask('switchOn', isFaultCard),
  switchOff: ask('switchOff', isNothing),
  allOff: ask('allOff', isNothing),
  profile: ask('profile', isFrame),
};
