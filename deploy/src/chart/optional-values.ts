import { type TProperties, Type } from 'typebox';

/** All of it may be left out, and nothing else may be there: a misspelt value is an error. */
export const values = (properties: TProperties) =>
  Type.Object(
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, Type.Optional(schema)]),
    ),
    { additionalProperties: false },
  );
