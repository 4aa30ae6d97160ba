import { describe, expect, it } from 'vitest';
import { benches, chooseBenches } from '../src/benches';

const namesOf = (names: readonly string[]) => chooseBenches(benches, names).map(({ name }) => name);

describe('the command line', () => {
  it('chooses all but the slow bench when no name is given', () => {
    expect(namesOf([])).toEqual(['start', 'memory', 'journeys', 'hops', 'telemetry', 'faults']);
  });

  it('chooses those that are named, each once, in their own order', () => {
    expect(namesOf(['fresh', 'memory', 'fresh'])).toEqual(['memory', 'fresh']);
  });

  it('names all that there are in one line when one is unknown', () => {
    expect(() => namesOf(['memory', 'hop'])).toThrow(
      /^There is no bench hop. Did you mean hops\? There are start, memory, journeys, hops, telemetry, faults, console, fresh$/,
    );
  });
});
