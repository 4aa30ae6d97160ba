import Fastify from 'fastify';
import { otlpIntake } from '../intake';
import { inProtobuf } from '../json';
import { type Collector, collectorAt } from './collector';

export interface FanOut {
  collector: Collector;
  /** From now on, this one gets the signals for which it has an address, too. */
  add(collector: Partial<Collector>): void;
  stop(): Promise<void>;
}

const send = async (url: string, body: Uint8Array): Promise<void> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-protobuf' },
    body: Buffer.from(body),
  });
  await response.arrayBuffer();
};

/** Receives traces and logs on a free local port, and passes them on to several collectors; one that is away misses them. */
export const startFanOut = async (): Promise<FanOut> => {
  const collectors: Partial<Collector>[] = [];
  const app = Fastify({ forceCloseConnections: true });
  await app.register(otlpIntake, {
    take: async (signal, body, form) => {
      const message = inProtobuf(signal, body, form);
      await Promise.allSettled(
        collectors.flatMap(({ [signal]: url }) => (url === undefined ? [] : [send(url, message)])),
      );
      return undefined;
    },
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    collector: collectorAt(url),
    add: (collector) => collectors.push(collector),
    stop: () => app.close(),
  };
};
