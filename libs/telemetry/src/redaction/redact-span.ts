import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { redact } from './redact';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Attributes without what must not be seen; the same ones where there is nothing to hide. */
const redactAttributes = (attributes: Attributes): Attributes => {
  let redacted = attributes;
  const replace = (key: string, value: Attributes[string]) => {
    if (redacted === attributes) redacted = { ...attributes };
    redacted[key] = value;
  };
  for (const key in attributes) {
    const value = attributes[key];
    if (isText(value)) {
      const shown = redact(value);
      if (shown !== value) replace(key, shown);
    } else if (Array.isArray(value) && value.some(isText)) {
      replace(key, value.map(String).map(redact));
    }
  }
  return redacted;
};

/** A path is shown as its route, and not at all where it matched none: somebody may have typed it. */
const withoutPath = (attributes: Attributes): Attributes => {
  const path = attributes['url.path'];
  const route = attributes['http.route'];
  if (path === route) return attributes;
  const { 'url.path': _typed, ...rest } = attributes;
  return route === undefined ? rest : { ...rest, 'url.path': route };
};

/** A span as it may be sent: the same one where there is nothing to hide. */
export const redactSpan = (span: ReadableSpan): ReadableSpan => {
  const attributes = redactAttributes(withoutPath(span.attributes));
  const name = redact(span.name);
  const message = span.status.message && redact(span.status.message);
  const events = span.events.map((event) => ({
    ...event,
    name: redact(event.name),
    attributes: redactAttributes(event.attributes ?? {}),
  }));
  const links = span.links.map((link) => ({
    ...link,
    attributes: redactAttributes(link.attributes ?? {}),
  }));
  const unchanged =
    attributes === span.attributes &&
    name === span.name &&
    message === span.status.message &&
    events.length === 0 &&
    links.length === 0;
  if (unchanged) return span;
  return Object.create(span, {
    name: { value: name },
    attributes: { value: attributes },
    status: { value: { code: span.status.code, ...(message && { message }) } },
    events: { value: events },
    links: { value: links },
  });
};
