import type { FastifyInstance } from 'fastify';

/**
 * Ends the spans of requests that matched no route when their clients have left. They end after the response,
 * unlike those of routes, and `onResponse` is not called for a response that nobody is there for any more.
 */
export const endSpansNotFound = (app: FastifyInstance): void => {
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (request.is404) {
      const { span } = request.opentelemetry();
      const end = (): void => {
        if (!span?.isRecording()) return;
        span.setAttribute('http.response.status_code', reply.statusCode);
        span.end();
      };
      if (reply.raw.destroyed) end();
      else reply.raw.on('close', end);
    }
    done();
  });
};
