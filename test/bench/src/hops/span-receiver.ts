import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { listenOnFreePort } from '@faultline/stores';
import type { Cleanup } from '../cleanup';
import { countSpans } from './count-spans';

/** Takes what a service exports by OTLP/HTTP, counts the spans, and forgets all of it. */
export interface SpanReceiver {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  url: string;
  /** Spans that have come so far. */
  count(): number;
  /** Resolves when nothing has come for longer than the services wait between two exports. */
  quiet(): Promise<void>;
}

/** Services send what they have once a second. */
const quietMs = 1_200;

export const startSpanReceiver = async (leftovers: Cleanup): Promise<SpanReceiver> => {
  let spans = 0;
  let lastAt = 0;
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (request.url === '/v1/traces') spans += countSpans(body);
    lastAt = Date.now();
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  });
  const port = await listenOnFreePort(server);
  leftovers.add(async () => {
    server.close();
    server.closeAllConnections();
  });

  return {
    url: `http://127.0.0.1:${port}`,
    count: () => spans,
    quiet: async () => {
      const since = Date.now();
      const left = () => Math.max(since, lastAt) + quietMs - Date.now();
      while (left() > 0) await delay(left());
    },
  };
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};
