import sse from '@fastify/sse';
import type { Reply, RouteApp } from '@faultline/service';

/** Events of these names with their data. */
export interface EventStream<Events> {
  /** False if the event was dropped, because the client reads too slowly or is gone. */
  send<Name extends keyof Events & string>(event: Name, data: Events[Name]): boolean;
  /** Aborted when the client, or this server, ends the connection. */
  closed: AbortSignal;
}

export interface EventStreams {
  /** Makes a reply a stream of events. */
  open<Events>(reply: Reply): EventStream<Events>;
}

/** How many events wait for a slow client at most: more than are sent at a time. */
const maxWaiting = 500;

/** Shorter than proxies and the kit allow a connection to be still. */
const heartbeatInterval = 10_000;

/** Server-sent events, which end when the server closes. */
export const eventStreams = async (app: RouteApp): Promise<EventStreams> => {
  await app.register(sse, { heartbeatInterval });
  const open = new Set<() => void>();
  app.addHook('preClose', (done) => {
    for (const close of open) close();
    done();
  });
  return {
    open: (reply) => {
      const ended = new AbortController();
      let waiting = 0;
      const close = () => {
        open.delete(close);
        ended.abort();
        reply.sse.close();
      };
      open.add(close);
      reply.sse.keepAlive();
      // Without them, fastify would end the response when its handler returns.
      reply.sse.sendHeaders();
      reply.sse.onClose(close);
      return {
        closed: ended.signal,
        send: (event, data) => {
          if (ended.signal.aborted || waiting >= maxWaiting) return false;
          waiting += 1;
          reply.sse
            .send({ event, data })
            .catch(close)
            .finally(() => {
              waiting -= 1;
            });
          return true;
        },
      };
    },
  };
};
