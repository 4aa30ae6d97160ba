import {
  isSpanContextValid,
  type Link,
  propagation,
  ROOT_CONTEXT,
  trace,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Headers by which a caller steers our telemetry: which trace, whether it is kept, what it carries. */
const steering = ['traceparent', 'tracestate', 'baggage'] as const;

const theirs = new WeakMap<FastifyRequest, Link>();

const linkTo = (request: FastifyRequest): Link | undefined => {
  const context = trace.getSpanContext(propagation.extract(ROOT_CONTEXT, request.headers));
  if (!context || !isSpanContextValid(context)) return undefined;
  const { traceId, spanId, traceFlags } = context;
  return { context: { traceId, spanId, traceFlags, isRemote: true } };
};

/** For a server that strangers reach, before it makes spans: their trace is not followed. */
export const stayUnsteered = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    const link = linkTo(request);
    if (link) theirs.set(request, link);
    for (const name of steering) delete request.headers[name];
    done();
  });
};

const requestIdHeader = 'x-request-id';

/** Fit for telemetry: short, plain, and without so many digits that they could be a card's. */
const isHarmless = (id: unknown): id is string =>
  typeof id === 'string' && /^[\w.-]{8,64}$/.test(id) && !/(\d[._-]?){12}/.test(id);

/** For the same server, after that: what a stranger calls the request stands on its span. */
export const tellStrangers = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    const { span } = request.opentelemetry();
    const link = theirs.get(request);
    if (link) span?.addLink(link);
    const id = request.headers[requestIdHeader];
    if (isHarmless(id)) span?.setAttribute(`http.request.header.${requestIdHeader}`, [id]);
    done();
  });
};
