import sse from '@fastify/sse';
import type { Reply, RouteApp } from '@faultline/service';

/** What each stream tells of beside its own events: how many were left out. */
interface Skipped {
  skipped: { count: number };
}

/** Events of these names with their data. */
export interface EventStream<Events extends Skipped> {
  /** Sends an event; one that the client reads too slowly for is left out. */
  send<Name extends keyof Events & string>(event: Name, data: Events[Name]): void;
  /** Tells how many events were left out, and so many more, once the client has read enough of those before. */
  skip(count: number): void;
  /** Aborted when the client, or this server, ends the connection. */
  closed: AbortSignal;
}

export interface EventStreams {
  /** Makes a reply a stream of events. */
  open<Events extends Skipped>(reply: Reply): EventStream<Events>;
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
      let skipped = 0;
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
      const put = (event: string, data: unknown): void => {
        waiting += 1;
        reply.sse
          .send({ event, data })
          .catch(close)
          .finally(() => {
            waiting -= 1;
          });
      };
      const skip = (count: number): void => {
        skipped += count;
        if (skipped === 0 || ended.signal.aborted || waiting >= maxWaiting) return;
        put('skipped', { count: skipped });
        skipped = 0;
      };
      return {
        closed: ended.signal,
        skip,
        send: (event, data) => {
          skip(0);
          if (ended.signal.aborted) return;
          if (waiting >= maxWaiting) skipped += 1;
          else put(event, data);
        },
      };
    },
  };
};
