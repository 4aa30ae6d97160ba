import type { TelemetryStore } from '@faultline/telemetry-store';
import { firstFailureOf } from '../explanation/first-failure';
import type { Incidents } from './incidents';

/** The spans of an error come within seconds, and may be few at first. */
const settledMs = 5_000;
const againMs = 10_000;
/** Later nothing new would be found: an explanation looks at the first two minutes. */
const givenUpMs = 180_000;

/** Looks for the first failure of each incident, until it is found, and has it written into the incident's time line. */
export const createFirstFailures = (
  store: TelemetryStore,
  incidents: Pick<Incidents, 'withoutFirstFailure' | 'addFirstFailure'>,
) => {
  const looked = new Map<number, number>();
  return {
    /** To be called every second or so. Rejects if the store cannot be read. */
    refresh: async (now: number): Promise<void> => {
      const due = incidents.withoutFirstFailure().filter(({ id, since }) => {
        const age = now - since;
        return age > settledMs && age < givenUpMs && now - (looked.get(id) ?? 0) >= againMs;
      });
      for (const { id } of due) looked.set(id, now);
      for (const incident of due) {
        const found = await firstFailureOf(store, incident, now);
        if (!found) continue;
        const { component, span } = found;
        incidents.addFirstFailure(incident.id, { at: span.start, component, span: span.name });
      }
    },
  };
};
