import { hasStatesOf } from '../health/health';
import type { MapState, Maps } from '../incidents/findings';
import type { ConsoleSources } from '../sources';
import type { Moments } from './moments';

/** The maps of an incident at its moments; `kept` are those of earlier, for when its states are gone. */
export const mapsOf = (
  health: ConsoleSources['health'],
  { began, worst, after }: Pick<Moments, 'began' | 'worst' | 'after'>,
  kept?: Maps,
): Maps => {
  const mapAt = (at: number, known: MapState | undefined): MapState =>
    known && !hasStatesOf(health, at) ? known : { at, states: statesAt(health, at) };
  return {
    start: mapAt(began, kept?.start),
    worst: mapAt(worst, kept?.worst),
    after: mapAt(after, kept?.after),
  };
};

/** With the reason alone that a map has room for. */
const statesAt = (health: ConsoleSources['health'], at: number): MapState['states'] =>
  health
    .at(at)
    .filter(({ state }) => state !== 'unknown')
    .map(({ component, state, since, reasons }) => ({
      ...{ component, state, since },
      reasons: reasons.slice(0, 1),
    }));
