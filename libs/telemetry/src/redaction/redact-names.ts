import { replaceFields } from './replace-fields';
import { isRedactionOff } from './unredacted';

type Fields = Record<string, unknown>;

/** How deep pino writes what is in an object. */
const deepest = 5;

/** Objects that are written as their fields. An error and a date are written as what they make of themselves. */
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !(value instanceof Error) && !('toJSON' in value);

const redactNamesIn = (value: unknown, depth: number): unknown => {
  if (depth > deepest || !isFields(value)) return value;
  if (Array.isArray(value)) return value.map((each) => redactNamesIn(each, depth + 1));
  return replaceFields(value, (_name, inner) => redactNamesIn(inner, depth + 1));
};

const redactTop = (_name: string, value: unknown): unknown => redactNamesIn(value, 1);

/**
 * The fields of a line without names that must not be seen, at any depth that is written. A line of text does not
 * tell its names from its values, and to look for session ids in all of it would cost more than to write it.
 */
export const redactNames = (fields: object): object =>
  isRedactionOff() || !isFields(fields) ? fields : replaceFields(fields, redactTop);
