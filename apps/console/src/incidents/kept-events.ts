import type { IncidentEvent } from './incident-event';
import { sourceOf } from './open-incidents';

/** What each event says anew, if only the last of its kind matters. */
const repeated = (event: IncidentEvent): string | undefined =>
  event.kind === 'fired'
    ? `${event.incident} fired ${event.alert.key} ${sourceOf(event)}`
    : event.kind === 'ended'
      ? `${event.incident} ended ${event.key} ${sourceOf(event)}`
      : undefined;

/**
 * The old events of incidents that were not resolved long ago, and of the last incident, whose number must not be given again.
 * Of an alert that comes and goes, those of its first firing and the last that each source told.
 */
export const unfinished = (
  old: readonly IncidentEvent[],
  younger: readonly IncidentEvent[],
): readonly IncidentEvent[] => {
  const finished = new Set(
    old.filter(({ kind }) => kind === 'resolved').map(({ incident }) => incident),
  );
  const last = [...old, ...younger].reduce((most, { incident }) => Math.max(most, incident), 0);
  finished.delete(last);
  const ofUnfinished = old.filter(({ incident }) => !finished.has(incident));
  const newest = new Map(ofUnfinished.map((event) => [repeated(event), event]));
  const begun = new Set<string>();
  return ofUnfinished.filter((event) => {
    const key = repeated(event);
    if (key === undefined || newest.get(key) === event) return true;
    if (event.kind !== 'fired') return false;
    const alert = `${event.incident} ${event.alert.key}`;
    const isFirst = !begun.has(alert);
    begun.add(alert);
    return isFirst;
  });
};
