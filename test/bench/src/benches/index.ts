import { oneOf } from '@faultline/command-line';
import type { Bench } from '../bench';
import { consoleBench } from './console';
import { faults } from './faults';
import { fresh } from './fresh';
import { hops } from './hops';
import { journeys } from './journeys';
import { memory } from './memory';
import { start } from './start';
import { telemetry } from './telemetry';

/** In the order in which they run. A new bench is one more entry. */
export const benches: readonly Bench[] = [
  start,
  memory,
  journeys,
  hops,
  telemetry,
  faults,
  consoleBench,
  fresh,
];

/** The benches of these names, or without names all but the slow ones. Throws a UsageError. */
export const chooseBenches = (
  benches: readonly Bench[],
  names: readonly string[],
): readonly Bench[] => {
  if (names.length === 0) return benches.filter(({ slow }) => !slow);
  const known = benches.map(({ name }) => name);
  const chosen = names.map(oneOf('bench', known));
  return benches.filter(({ name }) => chosen.includes(name));
};
