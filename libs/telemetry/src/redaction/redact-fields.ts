import type { AnyValue, AnyValueMap } from '@opentelemetry/api-logs';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { redact, redactNumber } from './redact';
import { isRedactionOff, isUnredacted } from './unredacted';

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

/** 22 characters of base64url, the format of session ids. */
const sessionSized = /(?<![\w-])[\w-]{22}(?![\w-])/g;

/** Names in camelCase, snake_case or kebab-case, which no session id has by chance. */
const words = /^(?:[a-z]+(?:[A-Z][a-z]+)*|[a-z]+(?:[_-][a-z]+)*|[A-Z]+(?:_[A-Z]+)*)$/;

const redactSession = (text: string): string => (words.test(text) ? text : '[session]');

/** A cache of harmless names, because code uses the same few names repeatedly. */
const harmless = new Set<string>();
const maxHarmless = 1000;
const longestHarmless = 64;

/**
 * Redacts possible card numbers, e-mail addresses and session ids in the name of a field or an
 * attribute. Clients that send JSON choose the names in it.
 */
const redactName = (name: string): string => {
  if (harmless.has(name)) return name;
  const shown = redact(name).replace(sessionSized, redactSession);
  if (shown === name && name.length <= longestHarmless) {
    if (harmless.size >= maxHarmless) harmless.clear();
    harmless.add(name);
  }
  return shown;
};

/** Fields with redacted names and the values of `shownValue`; returns the same object if nothing changes. */
export const replaceFields = <Value>(
  fields: Record<string, Value | undefined>,
  shownValue: (name: string, value: Value | undefined) => Value | undefined,
): Record<string, Value | undefined> => {
  let replaced = fields;
  for (const name in fields) {
    const value = fields[name];
    const shownName = redactName(name);
    const shown = shownValue(name, value);
    if (shown === value && shownName === name) continue;
    if (replaced === fields) replaced = { ...fields };
    if (shownName !== name) delete replaced[name];
    replaced[shownName] = shown;
  }
  return replaced;
};

/** Redacts a log line in JSON before it is written. */
export const redactLine = (line: string): string =>
  isRedactionOff() || redact(line) === line
    ? line
    : `${JSON.stringify(redactFields(JSON.parse(line)))}\n`;

/** Redacts a log record; returns the same record if there is nothing to redact. */
export const redactLogRecord = (record: ReadableLogRecord): ReadableLogRecord => {
  if (isUnredacted(record)) return record;
  const attributes = redactFields(record.attributes);
  const body = typeof record.body === 'string' ? redact(record.body) : record.body;
  if (attributes === record.attributes && body === record.body) return record;
  return Object.create(record, { attributes: { value: attributes }, body: { value: body } });
};
