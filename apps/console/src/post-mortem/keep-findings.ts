import type { IncidentEntry } from '@faultline/contracts/console';
import type { ServiceApp } from '@faultline/service';
import { explanation } from '../explanation/explanation';
import type { ConsoleContext } from '../http/console-context';
import { surroundings } from '../views/incidents';
import { impactOf } from './impact';
import { mapsOf } from './maps';
import { momentsOf } from './moments';

/** Its last spans and log lines come within seconds. */
const settledMs = 5_000;
const againMs = 10_000;
/** Later there would be little to count: metrics are kept for as long. */
const givenUpMs = 3 * 60 * 60_000;

/** How many states and changes are kept. */
const maxSurroundings = 100;

/** As many entries as are kept: changes, and the first states. */
const mostOf = (entries: readonly IncidentEntry[]): IncidentEntry[] =>
  entries
    .toSorted((a, b) => Number(a.kind === 'state') - Number(b.kind === 'state') || a.at - b.at)
    .slice(0, maxSurroundings)
    .sort((a, b) => a.at - b.at);

/** Keeps what is known of each incident with it, once it is resolved: its telemetry goes earlier than the incident. */
export const createFindingsKeeper = ({
  sources,
  storeUrl,
}: Pick<ConsoleContext, 'sources' | 'storeUrl'>) => {
  const { incidents, health } = sources;
  const looked = new Map<number, number>();
  return {
    /** To be called every second or so, one call after the other. Rejects if the store cannot be read. */
    refresh: async (now: number): Promise<void> => {
      const due = incidents.withoutFindings().filter(({ id, resolved = now }) => {
        const age = now - resolved;
        return age > settledMs && age < givenUpMs && now - (looked.get(id) ?? 0) >= againMs;
      });
      for (const incident of due) {
        looked.set(incident.id, now);
        const moments = momentsOf(health, incident, now);
        const { began, end, worst } = moments;
        const impact = await impactOf(sources, { from: began, to: end });
        incidents.keepFindings({
          ...{ at: now, incident: incident.id, began, worst, impact },
          maps: mapsOf(health, moments),
          surroundings: mostOf(surroundings(sources, incident)),
          explanation: await explanation(sources, storeUrl, incident.id),
        });
        looked.delete(incident.id);
      }
    },
  };
};

const every = 1_000;

/** Keeps what is known of each incident from now on, as long as the app runs. */
export const keepFindings = (
  app: Pick<ServiceApp, 'beforeClose'>,
  context: Pick<ConsoleContext, 'sources' | 'storeUrl'>,
): void => {
  const keeper = createFindingsKeeper(context);
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= keeper
      .refresh(Date.now())
      // The store is closing, or busy: it is tried again.
      .catch(() => undefined)
      .finally(() => {
        running = undefined;
      });
  }, every);
  app.beforeClose(async () => {
    clearInterval(timer);
    await running;
  });
};
