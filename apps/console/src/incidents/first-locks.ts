import { lockAmong, type UrlOf } from '../explanation/database-locks';
import { componentsOf } from '../explanation/first-failure';
import type { Incidents } from './incidents';

const againMs = 10_000;
/** Locks that come later are no cause of it. */
const givenUpMs = 600_000;

/**
 * Looks for statements that wait for each other in the databases of each incident, until some are found, and has them written
 * into the incident's time line: when it is over, there are none.
 */
export const createFirstLocks = (
  incidents: Pick<Incidents, 'withoutLock' | 'addLock'>,
  urlOf: UrlOf,
) => {
  const looked = new Map<number, number>();
  return {
    /** To be called every second or so. */
    refresh: async (now: number): Promise<void> => {
      const due = incidents
        .withoutLock()
        .filter(
          ({ id, since }) => now - since < givenUpMs && now - (looked.get(id) ?? 0) >= againMs,
        );
      for (const { id } of due) looked.set(id, now);
      for (const incident of due) {
        const lock = await lockAmong(componentsOf(incident), urlOf);
        if (lock) incidents.addLock(incident.id, lock);
      }
    },
  };
};
