import type { Span } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import { clientAddress } from './client-address';
import { markProfile } from './profile';
import { shownParameters } from './shown-parameters';

/** Names a SERVER span by its route, and says what was asked as far as nobody typed it. */
export const startServerSpan = (span: Span, request: FastifyRequest): void => {
  markProfile(span.spanContext());
  // Fastify makes these options anew each time.
  const { url: route, config } = request.routeOptions;
  span.updateName(route ? `${request.method} ${route}` : request.method);
  // Instead of the address as it came; where it matched none, nothing is sent of it.
  if (route) span.setAttribute('url.path', route);
  span.setAttributes(shownParameters(request, config.shownParameters));
  span.setAttribute('client.address', clientAddress(request.ip));
};
