import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { encodeLogs, encodeSpans, type ReceivedLog, type ReceivedSpan } from '@faultline/otlp';
import { serviceNames } from '@faultline/topology';
import { Agent, request } from 'undici';
import { BenchError } from '../bench';

const spansPerTrace = 20;
const tracesPerRequest = 25;
const spansPerRequest = spansPerTrace * tracesPerRequest;
const products = 60;
/** Traces that came so long before the newest can be read, and are kept even when only a million spans are. */
const [askedFrom, askedTo] = [6_000, 5_000];

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** A trace like the shop's: a request through all services, with a statement under each. One in twenty fails. */
const traceOf = (traceId: string, start: number): ReceivedSpan[] => {
  const isFailed = Math.random() < 0.05;
  const duration = 5 + 200 * Math.random() ** 4;
  let parentSpanId = '';
  return Array.from({ length: spansPerTrace }, (_, index) => {
    const service = serviceNames[Math.floor(index / 4) % serviceNames.length] ?? 'product';
    const isStatement = index % 4 === 3;
    const spanId = hex(8);
    const own: ReceivedSpan = {
      service,
      resource: { 'service.name': service, 'service.version': '1.0.0', 'host.name': 'bench' },
      traceId,
      spanId,
      parentSpanId,
      name: isStatement ? 'SELECT products' : `GET /products/:id`,
      kind: isStatement ? 'CLIENT' : index % 2 === 0 ? 'SERVER' : 'INTERNAL',
      start: start + index * 0.1,
      end: start + index * 0.1 + duration * (1 - index / (spansPerTrace + 1)),
      attributes: isStatement
        ? {
            'db.system.name': 'postgresql',
            'db.namespace': 'product-data',
            'db.query.text': 'SELECT id, name, price FROM products WHERE id = $1',
          }
        : {
            'http.request.method': 'GET',
            'http.route': '/products/:id',
            'http.response.status_code': isFailed ? 500 : 200,
            'app.product.id': `product-${Math.floor(Math.random() * products)}`,
            'session.id': hex(8),
          },
      events: [],
      links: [],
      status: isFailed && !isStatement ? 'ERROR' : 'UNSET',
    };
    parentSpanId = spanId;
    return own;
  });
};

const messages = ['http-request', 'cart-changed', 'payment-charged', 'dependency-call-failed'];

/** The line that a service writes about a request. */
const logOf = ({ service, resource, traceId, spanId, end, status }: ReceivedSpan): ReceivedLog => ({
  service,
  resource,
  traceId,
  spanId,
  time: end,
  level: status === 'ERROR' ? 'error' : 'info',
  message: messages[Math.floor(Math.random() * messages.length)] ?? '',
  attributes: { 'http.route': '/products/:id', requestId: hex(8), durationMs: 12.5 },
});

/** Sends spans to an OTLP intake, at so many a second. */
export class TelemetryStream {
  readonly #agent = new Agent({ connections: 8 });
  /** Ids of the newest traces that were sent. */
  readonly #traceIds: string[] = [];
  /** How many spans and log records. */
  sent = 0;

  constructor(private readonly url: string) {}

  /** Sends for some time, with a log record for each SERVER span if wanted. Gives the seconds that it took. */
  async run(spansPerSecond: number, seconds: number, { logs = false } = {}): Promise<number> {
    const begin = Date.now();
    const requests = Math.round((spansPerSecond * seconds) / spansPerRequest);
    const waiting = new Set<Promise<void>>();
    for (let number = 0; number < requests; number += 1) {
      const due = begin + (number * spansPerRequest * 1000) / spansPerSecond;
      if (due > Date.now()) await delay(due - Date.now());
      const sending = this.#send(logs).finally(() => waiting.delete(sending));
      waiting.add(sending);
      if (waiting.size > 30) await Promise.race(waiting);
    }
    await Promise.all(waiting);
    return (Date.now() - begin) / 1000;
  }

  /** Ids of traces that were sent some seconds ago. */
  traceIds(): readonly string[] {
    return this.#traceIds.slice(0, askedFrom - askedTo);
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  async #send(withLogs: boolean): Promise<void> {
    const start = Date.now();
    const traceIds = Array.from({ length: tracesPerRequest }, () => hex(16));
    const spans = traceIds.flatMap((traceId) => traceOf(traceId, start));
    await this.#post('traces', encodeSpans(spans));
    this.sent += spans.length;
    this.#traceIds.push(...traceIds);
    this.#traceIds.splice(0, Math.max(0, this.#traceIds.length - askedFrom));
    if (!withLogs) return;
    const logs = spans.filter(({ kind }) => kind === 'SERVER').map(logOf);
    await this.#post('logs', encodeLogs(logs));
    this.sent += logs.length;
  }

  async #post(signal: 'traces' | 'logs', encoded: Uint8Array): Promise<void> {
    const { statusCode, body } = await request(`${this.url}/v1/${signal}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-protobuf' },
      body: encoded,
      dispatcher: this.#agent,
    });
    await body.dump();
    if (statusCode !== 200) throw new BenchError(`the intake answered ${statusCode}`);
  }
}
