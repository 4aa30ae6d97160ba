import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { type ReceivedLog, type ReceivedSpan, readLogs, readSpans } from '@faultline/otlp';

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  /** Unpacked. */
  body: Buffer;
}

/** A server that takes all that is sent to it, as the backend of a vendor. */
export interface OtlpEndpoint {
  url: string;
  received: Received[];
  spans(): ReceivedSpan[];
  logs(): ReceivedLog[];
  /** All that came to paths that end in `/v1/metrics`, as far as it is text. */
  metrics(): string;
  stop(): Promise<void>;
}

export const startOtlpEndpoint = async (): Promise<OtlpEndpoint> => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const packed = request.headers['content-encoding'] === 'gzip';
    const { url: path = '', headers } = request;
    received.push({ path, headers, body: packed ? gunzipSync(body) : body });
    response.setHeader('content-type', 'application/x-protobuf').end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const bodiesOf = (signal: string) =>
    received.filter(({ path }) => path.endsWith(`/v1/${signal}`)).map(({ body }) => body);
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    spans: () => bodiesOf('traces').flatMap((body) => readSpans(body)),
    logs: () => bodiesOf('logs').flatMap((body) => readLogs(body)),
    metrics: () => bodiesOf('metrics').join('\n'),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
