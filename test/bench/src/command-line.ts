import { oneOf } from '@faultline/command-line';
import type { Bench } from './bench';

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
