import type { AnyValue, AnyValueMap } from '@opentelemetry/api-logs';
import { redact } from './redact';

/** Ids that this system makes itself; by chance they look like a card number now and then. */
const ids: Readonly<Record<string, RegExp>> = {
  traceId: /^[0-9a-f]{32}$/,
  spanId: /^[0-9a-f]{16}$/,
  session: /^[0-9a-f]{16}$/,
};
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isId = (name: string, value: string): boolean =>
  ids[name]?.test(value) === true || uuid.test(value);

const redactValue = (name: string, value: AnyValue): AnyValue => {
  if (typeof value === 'string') return isId(name, value) ? value : redact(value);
  if (Array.isArray(value)) return value.map((each) => redactValue(name, each));
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
    return redactFields(value);
  return value;
};

/** Fields of a line or a record, at any depth, without what must not be seen. */
export const redactFields = (fields: AnyValueMap): AnyValueMap => {
  const redacted: AnyValueMap = {};
  for (const [name, value] of Object.entries(fields)) redacted[name] = redactValue(name, value);
  return redacted;
};
