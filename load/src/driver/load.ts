import { seededRandom } from '../journeys';
import { startArrivals } from './arrivals';
import { type LoadOptions, originOf, settingsOf } from './options';
import { Results } from './results';
import type { LoadSnapshot } from './snapshot';
import { Visits } from './visits';

export interface Load {
  snapshot(): LoadSnapshot;
  /**
   * Ends the arrivals at once and gives running journeys `graceSeconds` to finish, without pauses;
   * then it aborts them. Resolves, always with the same snapshot, when no journey runs any more.
   */
  stop(graceSeconds?: number): Promise<LoadSnapshot>;
}

/** Sends shoppers to the shop. Throws at once if an option is out of range. */
export const startLoad = (options: LoadOptions): Load => {
  const settings = settingsOf(options);
  const names = settings.journeys.map(({ name }) => name);
  const results = new Results(names, settings.windowSeconds);
  const visits = new Visits(originOf(options.url), settings, results);
  const endArrivals = startArrivals({
    rate: settings.rate,
    spacing: settings.spacing,
    random: seededRandom(settings.seed),
    onArrival: () => visits.welcome(),
  });
  const snapshot = (): LoadSnapshot => results.snapshot(visits.running);
  const end = async (graceSeconds: number): Promise<LoadSnapshot> => {
    endArrivals();
    await visits.close(graceSeconds);
    return snapshot();
  };
  let ended: Promise<LoadSnapshot> | undefined;

  return {
    snapshot,
    stop: (graceSeconds = settings.stopGraceSeconds) => {
      ended ??= end(graceSeconds);
      return ended;
    },
  };
};
