import { type TProperties, Type } from 'typebox';

/** All properties are optional, and others are refused, so that a misspelt value is an error. */
export const values = (properties: TProperties) =>
  Type.Object(
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, Type.Optional(schema)]),
    ),
    { additionalProperties: false },
  );
