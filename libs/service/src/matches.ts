import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';

const validators = new WeakMap<TSchema, Validator>();

/** Whether a value matches a schema. Each schema is compiled once, on its first use. */
export const matches = <Schema extends TSchema>(
  schema: Schema,
  value: unknown,
): value is Static<Schema> => {
  let validator = validators.get(schema);
  if (!validator) {
    validator = Compile(schema);
    validators.set(schema, validator);
  }
  return validator.Check(value);
};
