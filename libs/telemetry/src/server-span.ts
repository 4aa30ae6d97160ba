import type { Span } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import { clientAddress } from './client-address';
import { markProfile } from './profile';
import { shownParameters } from './shown-parameters';

/** Names a SERVER span by its route, and sets request attributes without user input. */
export const startServerSpan = (span: Span, request: FastifyRequest): void => {
  markProfile(span.spanContext());
  // Read once, because fastify creates this object on each access.
  const { url: route, config } = request.routeOptions;
  span.updateName(route ? `${request.method} ${route}` : request.method);
  // The route replaces the requested path. If no route matched, redaction removes the path.
  if (route) span.setAttribute('url.path', route);
  span.setAttributes(shownParameters(request, config.shownParameters));
  span.setAttribute('client.address', clientAddress(request.ip));
};
