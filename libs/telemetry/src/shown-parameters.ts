import type { Attributes } from '@opentelemetry/api';
import type { FastifyContextConfig, FastifyRequest } from 'fastify';

/** Query parameters whose values are exported. Free text, such as a search, never is. */
const shownInQuery = ['page', 'size', 'category', 'fresh'];
const harmless = /^[a-z0-9-]{1,64}$/;

/** Names in lowercase letters, which cannot be a card number or an e-mail address. */
const name = /^[a-z-]{1,64}$/;

const partsOf = (values: unknown): Readonly<Record<string, unknown>> =>
  typeof values === 'object' && values !== null ? { ...values } : {};

/** The exported parameters of a request, as span attributes. */
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
    /** Path parameters that become span attributes if their values are names, with the attributes' names. */
    shownParameters?: Readonly<Record<string, string>>;
  }
}
