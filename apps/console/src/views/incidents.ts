import type {
  Incident,
  IncidentDetail,
  IncidentEntry,
  IncidentFigures,
} from '@faultline/contracts/console';
import { consoleRoutes } from '@faultline/contracts/console';
import { problemOf } from '@faultline/service';
import { areRelated } from '@faultline/topology';
import { hasStatesOf } from '../health/health';
import type { ActionOutcome, Incidents } from '../incidents/incidents';
import type { ConsoleSources } from '../sources';
import { shownChange } from './changes';
import { type Paging, type Place, pageOfList } from './pages';
import { type Range, rangeOf } from './range';
import { stateChange } from './states';

/** What happened so long before an incident may have caused it, in milliseconds. */
export const before = 5 * 60_000;

const mean = (values: readonly number[]): number | undefined =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;

/** An incident as it was at a moment. */
const asOf = (incident: Incident, at: number): Incident => {
  const shown = { ...incident };
  const { acknowledged = at + 1, resolved = at + 1 } = incident;
  if (acknowledged > at) {
    delete shown.acknowledged;
    delete shown.acknowledgedBy;
  }
  if (resolved > at) {
    delete shown.resolved;
    delete shown.resolvedBy;
    shown.state = acknowledged > at ? 'open' : 'acknowledged';
  }
  return shown;
};

/** The incidents that lasted into a range, as they were at its end. */
export const lastingInto = (all: readonly Incident[], { from, to }: Range): Incident[] =>
  all
    .filter(({ since, resolved }) => since <= to && (resolved ?? to) >= from)
    .map((incident) => asOf(incident, to));

/** Of incidents that lasted into a range: how many are open, and the means, in seconds, of those that began in it. */
export const incidentFigures = (incidents: readonly Incident[], from: number): IncidentFigures => {
  const begun = incidents.filter(({ since }) => since >= from);
  const seconds = (end: number | undefined, { since }: Incident): number[] =>
    end === undefined ? [] : [Math.max(0, end - since) / 1000];
  const mtta = mean(begun.flatMap((each) => seconds(each.acknowledged, each)));
  const known = begun.filter(({ resolvedBy }) => resolvedBy?.kind !== 'expiry');
  const mttr = mean(known.flatMap((each) => seconds(each.resolved, each)));
  return {
    open: incidents.filter(({ resolved }) => resolved === undefined).length,
    opened: begun.length,
    ...(mtta !== undefined && { mtta }),
    ...(mttr !== undefined && { mttr }),
  };
};

const placeOf = ({ id, since }: Incident): Place => ({ order: [-since], id: String(id) });

/** How many incidents were open at a moment. */
export const openAt = (all: readonly Incident[], at: number): number =>
  all.filter(({ since, resolved }) => since <= at && (resolved === undefined || resolved > at))
    .length;

/** Incidents that lasted into a range, the newest first, with their figures. */
export const incidents = (
  sources: Pick<ConsoleSources, 'incidents'>,
  query: { from?: number; to?: number } & Paging,
) => {
  const range = rangeOf(query);
  const all = lastingInto(sources.incidents.all(), range);
  return { ...pageOfList(all, placeOf, query), figures: incidentFigures(all, range.from) };
};

const unknown = (id: number) =>
  problemOf(consoleRoutes.incident, 'unknown-incident', `There is no incident ${id}.`, {
    field: 'id',
  });

/** An incident. Throws an `unknown-incident`. */
export const findIncident = (
  { incidents: known }: Pick<ConsoleSources, 'incidents'>,
  id: number,
): Incident => {
  const found = known.find(id);
  if (!found) throw unknown(id);
  return found;
};

/**
 * How the components of an incident turned, and what changed of them and of what is near them, from some minutes before it to
 * its end.
 */
export const surroundings = (
  { health, changes }: Pick<ConsoleSources, 'health' | 'changes'>,
  { since, resolved, components, installation }: Incident,
): IncidentEntry[] => {
  // Only those of its own shop are known.
  if (installation !== undefined) return [];
  const [from, to] = [since - before, resolved ?? Date.now()];
  const isIts = ({ component }: { component: string }) => components.includes(component);
  const states = health.changes(from, to).map((change) => stateChange(change, change.at));
  return [
    ...states.filter(isIts).map(
      ({ at, component, state, words }): IncidentEntry => ({
        at,
        kind: 'state',
        component,
        words: words === undefined ? state : `${state}: ${words}`,
      }),
    ),
    ...changes
      .between(from, to)
      .map(shownChange)
      .filter(({ component }) => components.some((its) => areRelated(its, component)))
      .map(
        ({ at, component, kind, words }): IncidentEntry => ({
          at,
          kind: 'change',
          component,
          words: `${kind}: ${words}`,
        }),
      ),
  ];
};

/** One incident with its time line. */
export const incident = (
  sources: Pick<ConsoleSources, 'incidents' | 'health' | 'changes'>,
  id: number,
): IncidentDetail => {
  const found = findIncident(sources, id);
  // States and changes are not kept for as long as incidents are.
  const isKept = hasStatesOf(sources.health, found.since - before);
  const kept = isKept ? undefined : sources.incidents.findingsOf(id)?.surroundings;
  const around = kept ?? surroundings(sources, found);
  const timeline = [...around, ...sources.incidents.historyOf(id)];
  return {
    incident: found,
    timeline: timeline.sort((a, b) => a.at - b.at),
    totalAlerts: found.alerts.length,
    totalEntries: timeline.length,
  };
};

/** An incident with so many of its alerts and of the entries of its time line, the newest. */
export const shortIncident = (
  { incident: { alerts, ...shown }, timeline, ...totals }: IncidentDetail,
  limit: number,
): IncidentDetail => ({
  incident: { ...shown, alerts: alerts.slice(Math.max(0, alerts.length - limit)) },
  timeline: timeline.slice(Math.max(0, timeline.length - limit)),
  ...totals,
});

/** Does something to an incident, and returns it as it is then. */
export const actOnIncident = (
  sources: Pick<ConsoleSources, 'incidents' | 'health' | 'changes'>,
  id: number,
  act: (incidents: Incidents) => ActionOutcome,
): IncidentDetail => {
  const outcome = act(sources.incidents);
  if (outcome === 'unknown') throw unknown(id);
  if (outcome === 'over')
    throw problemOf(
      consoleRoutes.resolveIncident,
      'incident-is-over',
      `Incident ${id} is resolved.`,
      {
        field: 'id',
      },
    );
  return incident(sources, id);
};
