import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';

const validators = new WeakMap<TSchema, Validator>();

/** Whether a value is what a schema says. Each schema is compiled once, when it is first asked for. */
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
