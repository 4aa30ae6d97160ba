import fc from 'fast-check';
import { type TSchema, Type } from 'typebox';
import { Check } from 'typebox/value';
import { expect, it } from 'vitest';
import { StorableText } from '../src';
import type { Guard } from '../src/guards';

const storable = 'pattern' in StorableText && StorableText.pattern;

const dictionary = { maxKeys: 2, noNullPrototype: true };

/** Values that the schema accepts. */
const valuesOf = (schema: TSchema): fc.Arbitrary<unknown> => {
  if (Type.IsObject(schema)) {
    const properties = Object.entries(schema.properties);
    const fields: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
      properties.map(([name, field]) => [name, valuesOf(field)]),
    );
    const required = properties.filter(([, field]) => !Type.IsOptional(field));
    return fc.record(fields, { requiredKeys: required.map(([name]) => name) });
  }
  if (Type.IsArray(schema)) return fc.array(valuesOf(schema.items), { maxLength: 2 });
  if (Type.IsUnion(schema)) return fc.oneof(...schema.anyOf.map(valuesOf));
  if (Type.IsEnum(schema)) return fc.constantFrom(...schema.enum);
  if (Type.IsLiteral(schema)) return fc.constant(schema.const);
  if (Type.IsNull(schema)) return fc.constant(null);
  if (Type.IsBoolean(schema)) return fc.boolean();
  if (Type.IsRecord(schema)) {
    const [value] = Object.values(schema.patternProperties);
    if (value) return fc.dictionary(fc.string(), valuesOf(value), dictionary);
  }
  if (Type.IsNumber(schema)) return numbersOf(schema);
  if (Type.IsInteger(schema)) return fc.integer({ min: 1, max: 99 });
  if (Type.IsString(schema)) return textsOf(schema);
  throw new Error(`no values for ${JSON.stringify(schema)}`);
};

const numbersOf = (schema: TSchema): fc.Arbitrary<number> =>
  fc.double({
    min: 'minimum' in schema ? Number(schema.minimum) : -1e9,
    max: 'maximum' in schema ? Number(schema.maximum) : 1e9,
    noNaN: true,
  });

const textsOf = (schema: TSchema): fc.Arbitrary<string> => {
  if ('format' in schema)
    return fc.nat(2 ** 31).map((seconds) => new Date(seconds * 1000).toJSON());
  // fast-check cannot generate from a pattern that names most of Unicode.
  if (!('pattern' in schema) || schema.pattern === storable) return fc.string();
  return fc.stringMatching(new RegExp(String(schema.pattern), 'u'));
};

const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);

/** The value with one part, at any depth, left out or replaced by a value of another type. */
const spoiled = (value: unknown): unknown[] => {
  const others = [{}, [], true, 1.5, undefined].filter(
    (other) => other === 1.5 || kindOf(other) !== kindOf(value),
  );
  if (value === null) return others;
  if (typeof value !== 'object') return typeof value === 'string' ? others : [...others, 'text'];
  const parts = Object.entries(value).flatMap(([name, part]) =>
    spoiled(part).map((wrong) =>
      Array.isArray(value) ? value.with(Number(name), wrong) : { ...value, [name]: wrong },
    ),
  );
  return [...others, ...parts];
};

/** Whether a guard accepts what its schema accepts, and refuses what has a part that is missing or of another type. */
export const itChecks = (
  guard: Guard<unknown>,
  schema: TSchema,
  { values = valuesOf(schema), numRuns = 100 } = {},
): void => {
  it('accepts what its schema accepts', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(Check(schema, value)).toBe(true);
        expect(guard(value)).toBe(true);
      }),
      { numRuns },
    );
  });

  it('refuses a value with a part that is missing or of another type', () => {
    fc.assert(
      fc.property(values, (value) => {
        const wrong = spoiled(value).filter((candidate) => !Check(schema, candidate));
        expect(wrong.filter(guard)).toEqual([]);
      }),
      { numRuns },
    );
  });
};
