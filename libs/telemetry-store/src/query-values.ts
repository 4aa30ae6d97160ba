import { QueryError } from './query-error';
import type { Value } from './search';

/** A value as the parser has it; unlike its types say, it may be a number. */
interface Literal {
  value: Value | null;
  quoted: boolean;
  location: { start: number };
}

/** Fields whose values are texts, also where they look like numbers. */
const texts = new Set(['service', 'name', 'kind', 'status', 'level', 'message', 'text']);

/** Those of them that are written in capital letters. */
const inCapitals = new Set(['status', 'kind']);

const digitsOf = new Map([
  ['trace', 32],
  ['span', 16],
]);

/** In milliseconds. */
const units = new Map([
  ['us', 0.001],
  ['µs', 0.001],
  ['ms', 1],
  ['s', 1_000],
]);

const durationOf = (text: string): number | undefined => {
  const [, number, unit = 'ms'] = /^(\d+(?:\.\d+)?)([a-zµ]+)?$/.exec(text) ?? [];
  const factor = units.get(unit);
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
};

/** A value without quotes as it was written: the parser takes 007 for 7. */
const writtenOf = ({ value, location }: Literal, query: string): string =>
  typeof value === 'number'
    ? (/^-?\d+(?:\.\d+)?/.exec(query.slice(location.start))?.[0] ?? String(value))
    : String(value);

/** The value of a field, of the type that the field has. Throws a QueryError if it can have no such value. */
export const typedValue = (field: string, literal: Literal, query: string): Value => {
  const { value, quoted, location } = literal;
  if (value === null) throw new QueryError(`${field} needs a value`, location.start);
  const refuse = (what: string): never => {
    throw new QueryError(`${field} is ${what}`, location.start);
  };
  const written = writtenOf(literal, query);
  if (!quoted && written === '*') return written;
  if (inCapitals.has(field)) return written.toUpperCase();
  if (texts.has(field)) return written;
  const digits = digitsOf.get(field);
  if (digits !== undefined) {
    if (written === '' || (written.length === digits && /^[\da-f]+$/i.test(written)))
      return written;
    return refuse(`an id of ${digits} hexadecimal digits`);
  }
  if (field === 'duration')
    return (
      (typeof value === 'number' ? value : durationOf(written)) ??
      refuse('a number of milliseconds, or has a unit, as in 200us, 200ms, 2s or "1.5s"')
    );
  if (field === 'start' && typeof value !== 'number')
    return refuse('a number of milliseconds since 1970');
  return value;
};
