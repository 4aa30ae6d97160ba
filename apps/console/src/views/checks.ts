import type { ConsoleSources } from '../sources';
import type { Range } from './range';

/** What the console's checks of a component came to. */
export interface Checks {
  succeeded: number;
  checks: number;
  /** Seconds up to each check that failed, from the one before. */
  down: number;
}

/** The checks of a component in a range; both of its ends are included. */
export const checksOf = (
  metrics: Pick<ConsoleSources['metrics'], 'window'>,
  probe: string,
  { from, to }: Range,
): Checks => {
  const { times, series } = metrics.window('console', from, to);
  const checks: Checks = { succeeded: 0, checks: 0, down: 0 };
  for (const { values } of series('probe_success', { probe }))
    values.forEach((value, index) => {
      const time = times[index] ?? 0;
      if (Number.isNaN(value) || time < from) return;
      checks.checks += 1;
      if (value > 0) checks.succeeded += 1;
      else checks.down += (time - (times[index - 1] ?? time)) / 1000;
    });
  return checks;
};
