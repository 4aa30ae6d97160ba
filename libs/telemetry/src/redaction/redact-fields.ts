import type { AnyValue, AnyValueMap } from '@opentelemetry/api-logs';
import { redact, redactNumber } from './redact';
import { replaceFields } from './replace-fields';

/** Fields with ids of our own, which can look like a card number by chance. */
const ids: Readonly<Record<string, RegExp>> = {
  traceId: /^[0-9a-f]{32}$/,
  spanId: /^[0-9a-f]{16}$/,
  session: /^[0-9a-f]{16}$/,
};
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isId = (name: string, value: string): boolean =>
  ids[name]?.test(value) === true || uuid.test(value);

const redactText = (name: string, text: string): string => {
  const shown = redact(text);
  return shown === text || isId(name, text) ? text : shown;
};

const redactValue = (name: string, value: AnyValue): AnyValue => {
  if (typeof value === 'string') return redactText(name, value);
  if (typeof value === 'number') return redactNumber(value);
  if (Array.isArray(value)) return value.map((each) => redactValue(name, each));
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
    return redactFields(value);
  return value;
};

/**
 * Redacts the fields of a line or a record, at any depth; returns the same object if there
 * is nothing to redact.
 */
export const redactFields = (fields: AnyValueMap): AnyValueMap =>
  replaceFields(fields, redactValue);
