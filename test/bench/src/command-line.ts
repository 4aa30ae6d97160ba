import type { Bench } from './bench';

/** What is wrong with the command line, in one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The benches of these names, or without names all but the slow ones. Throws a UsageError. */
export const chooseBenches = (
  benches: readonly Bench[],
  names: readonly string[],
): readonly Bench[] => {
  if (names.length === 0) return benches.filter(({ slow }) => !slow);
  const unknown = names.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    const known = benches.map(({ name, slow }) => (slow ? `${name} (slow)` : name));
    throw new UsageError(`${unknown}: no such bench; there are ${known.join(', ')}`);
  }
  return benches.filter(({ name }) => names.includes(name));
};
