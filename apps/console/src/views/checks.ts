import type { ConsoleSources } from '../sources';
import type { Range } from './range';

/** What the console's checks of a component came to. */
export interface Checks {
  succeeded: number;
  checks: number;
}

/** The checks of a component in a range; both of its ends are included. */
export const checksOf = (
  metrics: Pick<ConsoleSources['metrics'], 'window'>,
  probe: string,
  { from, to }: Range,
): Checks => {
  const { times, series } = metrics.window('console', from, to);
  const checks: Checks = { succeeded: 0, checks: 0 };
  for (const { values } of series('probe_success', { probe }))
    values.forEach((value, index) => {
      const time = times[index] ?? 0;
      if (Number.isNaN(value) || time < from) return;
      checks.checks += 1;
      if (value > 0) checks.succeeded += 1;
    });
  return checks;
};
