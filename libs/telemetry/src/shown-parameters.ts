import type { Attributes } from '@opentelemetry/api';
import type { FastifyContextConfig, FastifyRequest } from 'fastify';

/** Query parameters whose values are shown. What people type, such as a search, never is. */
const shownInQuery = ['page', 'size', 'category', 'fresh'];
const harmless = /^[a-z0-9-]{1,64}$/;

/** Names of things, in letters: neither a card number nor an address. */
const name = /^[a-z-]{1,64}$/;

const partsOf = (values: unknown): Readonly<Record<string, unknown>> =>
  typeof values === 'object' && values !== null ? { ...values } : {};

/** The parameters of a request that its span may show, in OpenTelemetry's attributes. */
export const shownParameters = (
  { url, query, params }: FastifyRequest,
  wanted: FastifyContextConfig['shownParameters'],
): Attributes => {
  const attributes: Attributes = {};
  if (url.includes('?')) {
    const queried = partsOf(query);
    const shown = shownInQuery.filter((key) => harmless.test(String(queried[key] ?? '')));
    if (shown.length > 0)
      attributes['url.query'] = shown.map((key) => `${key}=${queried[key]}`).join('&');
  }
  if (wanted) {
    const given = partsOf(params);
    for (const [parameter, attribute] of Object.entries(wanted)) {
      const value = given[parameter];
      if (typeof value === 'string' && name.test(value)) attributes[attribute] = value;
    }
  }
  return attributes;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Parameters of the path that its span shows where they are names of things, with attributes. */
    shownParameters?: Readonly<Record<string, string>>;
  }
}
