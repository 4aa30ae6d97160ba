import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll } from 'vitest';
import { decode, type Message } from './protobuf';

export interface ReceivedSpan {
  service: string;
  resource: Record<string, string>;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  kind: string;
  /** Attributes that are text. */
  attributes: Record<string, string>;
  events: { name: string; attributes: Record<string, string> }[];
  status: string;
}

const kinds = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];
const statuses = ['UNSET', 'OK', 'ERROR'];

/** `KeyValue` messages of OTLP's common.proto whose values are text. */
const attributesOf = (pairs: Message[]): Record<string, string> =>
  Object.fromEntries(pairs.map((pair) => [pair.text(1), pair.messages(2)[0]?.text(1) ?? '']));

/** The spans of an `ExportTraceServiceRequest`; the numbers are those of OTLP's trace.proto. */
const spansOf = (body: Buffer): ReceivedSpan[] =>
  decode(body)
    .messages(1)
    .flatMap((resourceSpans) => {
      const resource = attributesOf(resourceSpans.messages(1)[0]?.messages(1) ?? []);
      const spans = resourceSpans.messages(2).flatMap((scopeSpans) => scopeSpans.messages(2));
      return spans.map((span) => ({
        service: resource['service.name'] ?? '',
        resource,
        traceId: span.hex(1),
        spanId: span.hex(2),
        parentSpanId: span.hex(4),
        name: span.text(5),
        kind: kinds[span.number(6)] ?? '',
        attributes: attributesOf(span.messages(9)),
        events: span.messages(11).map((event) => ({
          name: event.text(2),
          attributes: attributesOf(event.messages(3)),
        })),
        status: statuses[span.messages(15)[0]?.number(3) ?? 0] ?? '',
      }));
    });

const running: Server[] = [];

afterAll(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** An OTLP/HTTP receiver of traces, until the tests of the file are over. */
export const startReceiver = async (): Promise<{ url: string; spans: ReceivedSpan[] }> => {
  const spans: ReceivedSpan[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (request.url === '/v1/traces') spans.push(...spansOf(body));
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  });
  running.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port');
  return { url: `http://127.0.0.1:${address.port}`, spans };
};
