import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type ReceivedLog, readLogs } from './logs';
import { type ReceivedSpan, readSpans } from './spans';

/** An OTLP/HTTP endpoint that keeps everything it gets. */
export interface OtlpReceiver {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  url: string;
  /** The addresses of each signal. */
  collector: { traces: string; logs: string };
  spans: ReceivedSpan[];
  logs: ReceivedLog[];
  /** Why requests were refused. */
  refused: string[];
  /** Safe to call twice. */
  stop(): Promise<void>;
}

const unzip = promisify(gunzip);

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const body = await buffer(request);
  return request.headers['content-encoding'] === 'gzip' ? unzip(body) : body;
};

/**
 * Receives traces and logs in protobuf on a free port of an address of this machine. `onBody` is given
 * each request as it came, but for compression.
 */
export const startOtlpReceiver = async (
  host = '127.0.0.1',
  onBody: (body: Buffer) => void = () => undefined,
): Promise<OtlpReceiver> => {
  const spans: ReceivedSpan[] = [];
  const logs: ReceivedLog[] = [];
  const refused: string[] = [];

  const take = async (request: IncomingMessage): Promise<number> => {
    if (request.method !== 'POST') return 405;
    const body = await bodyOf(request);
    onBody(body);
    if (request.url === '/v1/traces') spans.push(...readSpans(body));
    else if (request.url === '/v1/logs') logs.push(...readLogs(body));
    else return 404;
    return 200;
  };

  const server = createServer((request, response) => {
    take(request)
      // What cannot be read is refused, as OTLP asks for.
      .catch((error: Error) => {
        refused.push(error.message);
        return 400;
      })
      .then((status) =>
        response.writeHead(status, { 'content-type': 'application/x-protobuf' }).end(),
      );
  });
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port');
  const url = `http://${host}:${address.port}`;
  return {
    url,
    collector: { traces: `${url}/v1/traces`, logs: `${url}/v1/logs` },
    spans,
    logs,
    refused,
    stop: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
