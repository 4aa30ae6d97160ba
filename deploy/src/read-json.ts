import type { Static, TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';

/** Parses and checks JSON of a program or a file. Throws an error that names `origin` if the shape is wrong. */
export const readJson = <Schema extends TSchema>(
  origin: string,
  schema: Schema,
  text: string,
): Static<Schema> => {
  const value: unknown = parse(origin, text);
  if (Check(schema, value)) return value;
  const [{ instancePath, message } = { instancePath: '', message: 'is not as expected' }] = Errors(
    schema,
    value,
  );
  throw new Error(`${origin}: ${[instancePath, message].filter(Boolean).join(' ')}`);
};

const parse = (origin: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${origin}: no JSON`, { cause });
  }
};
