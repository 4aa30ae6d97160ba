import { requestIdHeader } from '@faultline/contracts/request-id';
import {
  isSpanContextValid,
  type Link,
  propagation,
  ROOT_CONTEXT,
  trace,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Headers with which a caller controls our telemetry: trace, sampling and baggage. */
const steering = ['traceparent', 'tracestate', 'baggage'] as const;

const theirs = new WeakMap<FastifyRequest, Link>();

const linkTo = (request: FastifyRequest): Link | undefined => {
  const context = trace.getSpanContext(propagation.extract(ROOT_CONTEXT, request.headers));
  if (!context || !isSpanContextValid(context)) return undefined;
  const { traceId, spanId, traceFlags } = context;
  return { context: { traceId, spanId, traceFlags, isRemote: true } };
};

/** Makes a server with untrusted clients start a new trace per request. Register it before spans are made. */
export const stayUnsteered = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    const link = linkTo(request);
    if (link) theirs.set(request, link);
    for (const name of steering) delete request.headers[name];
    done();
  });
};

/** Whether an id may be recorded: short, plain, and with too few digits for a card number. */
const isHarmless = (id: unknown): id is string =>
  typeof id === 'string' && /^[\w.-]{8,64}$/.test(id) && !/(\d[._-]?){12}/.test(id);

/** Records the client's trace as a link of the span, and its request id. Register it after spans are made. */
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
