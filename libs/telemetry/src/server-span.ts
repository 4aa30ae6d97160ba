import type { Span } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import { clientAddress } from './client-address';
import { markProfile } from './profile';
import { redact } from './redact';

/** Names a SERVER span by its route, and says what was asked without what must not be seen. */
export const startServerSpan = (span: Span, request: FastifyRequest): void => {
  markProfile(span.spanContext());
  const route = request.routeOptions.url;
  const [path = '/', query] = request.url.split('?', 2);
  span.updateName(route ? `${request.method} ${route}` : request.method);
  // A path that is a route has nothing in it that somebody typed.
  if (request.url !== route) span.setAttribute('url.path', redact(path));
  if (query) span.setAttribute('url.query', redact(query));
  span.setAttribute('client.address', clientAddress(request.ip));
};
