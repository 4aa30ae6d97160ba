import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { redact, redactNumber } from './redact';
import { replaceFields } from './redact-fields';

/** Attributes whose values come from the code and need no redaction. */
const made = new Set([
  'db.query.text',
  'db.operation.name',
  'db.namespace',
  'db.system.name',
  'db.collection.name',
  'peer.service',
  'server.address',
  'http.route',
  'url.template',
  'url.full',
  'http.request.method',
]);
const remembered = new Map<string, string>();
const maxRemembered = 1000;

const redactMade = (text: string): string => {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const shown = redact(text);
  if (remembered.size < maxRemembered) remembered.set(text, shown);
  return shown;
};

const isText = (value: unknown): value is string => typeof value === 'string';

const redactValue = (name: string, value: Attributes[string]): Attributes[string] => {
  if (isText(value)) return made.has(name) ? redactMade(value) : redact(value);
  if (typeof value === 'number') return redactNumber(value);
  return Array.isArray(value) && value.some(isText) ? value.map(String).map(redact) : value;
};

/** Redacts attributes; returns the same object if there is nothing to redact. */
const redactAttributes = (attributes: Attributes): Attributes =>
  replaceFields(attributes, redactValue);

/** A path is shown as its route, and not at all where it matched none: somebody may have typed it. */
const withoutPath = (attributes: Attributes): Attributes => {
  const path = attributes['url.path'];
  const route = attributes['http.route'];
  if (path === route) return attributes;
  const { 'url.path': _typed, ...rest } = attributes;
  return route === undefined ? rest : { ...rest, 'url.path': route };
};

interface WithAttributes {
  attributes?: Attributes;
}

/** Redacts the attributes of events and links. */
const redactParts = <Part extends WithAttributes>(parts: Part[]): Part[] =>
  parts.map((part) => ({ ...part, attributes: redactAttributes(part.attributes ?? {}) }));

/** Redacts a span; returns the same span if there is nothing to redact. */
export const redactSpan = (span: ReadableSpan): ReadableSpan => {
  const attributes = redactAttributes(withoutPath(span.attributes));
  const name = redact(span.name);
  const { code, message } = span.status;
  const isPlain = message === undefined && span.events.length === 0 && span.links.length === 0;
  if (isPlain && attributes === span.attributes && name === span.name) return span;
  return Object.create(span, {
    name: { value: name },
    attributes: { value: attributes },
    status: { value: message === undefined ? { code } : { code, message: redact(message) } },
    events: {
      value: redactParts(span.events.map((event) => ({ ...event, name: redact(event.name) }))),
    },
    links: { value: redactParts(span.links) },
  });
};
