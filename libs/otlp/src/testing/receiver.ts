import Fastify from 'fastify';
import { otlpIntake } from '../intake';
import { inProtobuf } from '../json';
import { type ReceivedLog, readLogs } from '../logs';
import { type ReceivedSpan, readSpans } from '../spans';
import { type Collector, collectorAt } from './collector';

/** An OTLP/HTTP endpoint that keeps everything it gets. */
export interface OtlpReceiver {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  url: string;
  collector: Collector;
  spans: ReceivedSpan[];
  logs: ReceivedLog[];
  /** Why requests were refused. */
  refused: string[];
  /** Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Receives traces and logs on a free port of an address of this machine. `onBody` is given each request in protobuf,
 * unpacked.
 */
export const startOtlpReceiver = async (
  host = '127.0.0.1',
  onBody: (body: Buffer) => void = () => undefined,
): Promise<OtlpReceiver> => {
  const spans: ReceivedSpan[] = [];
  const logs: ReceivedLog[] = [];
  const refused: string[] = [];
  const app = Fastify({ forceCloseConnections: true });
  await app.register(otlpIntake, {
    take: async (signal, body, form) => {
      const message = inProtobuf(signal, body, form);
      onBody(Buffer.from(message));
      // A body may have more items than a call has arguments.
      if (signal === 'traces') for (const span of readSpans(message)) spans.push(span);
      else for (const log of readLogs(message)) logs.push(log);
      return undefined;
    },
    refused: (message) => refused.push(message),
  });
  const url = await app.listen({ host, port: 0 });
  return {
    url,
    collector: collectorAt(url),
    spans,
    logs,
    refused,
    stop: () => app.close(),
  };
};
