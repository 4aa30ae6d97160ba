import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';

/** An advisory that is accepted for some time, and why. */
const Exception = Type.Object(
  {
    advisory: Type.String({ pattern: '^GHSA(-[0-9a-z]{4}){3}$' }),
    package: Type.String(),
    reason: Type.String({ minLength: 20 }),
    /** The last day on which it holds. */
    until: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  },
  { additionalProperties: false },
);
export type Exception = Static<typeof Exception>;

export const readExceptions = (file: string): readonly Exception[] =>
  Parse(Type.Array(Exception), JSON.parse(readFileSync(file, 'utf8')));
