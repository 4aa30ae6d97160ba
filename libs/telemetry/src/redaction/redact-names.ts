import { replaceFields } from './redact-fields';
import { isRedactionOff } from './unredacted';

type Fields = Record<string, unknown>;

/** The maximum depth to which pino writes objects. */
const deepest = 5;

/** Whether an object is written as its fields, unlike errors and dates. */
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !(value instanceof Error) && !('toJSON' in value);

const redactNamesIn = (value: unknown, depth: number): unknown => {
  if (depth > deepest || !isFields(value)) return value;
  if (Array.isArray(value)) return value.map((each) => redactNamesIn(each, depth + 1));
  return replaceFields(value, (_name, inner) => redactNamesIn(inner, depth + 1));
};

const redactTop = (_name: string, value: unknown): unknown => redactNamesIn(value, 1);

/**
 * Redacts the names of a line's fields, at any depth that is written. This is done before the line is text, because
 * searching the whole text for session ids would cost more than writing it.
 */
export const redactNames = (fields: object): object =>
  isRedactionOff() || !isFields(fields) ? fields : replaceFields(fields, redactTop);
