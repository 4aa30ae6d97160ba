import { Writable } from 'node:stream';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { createLogger, hashSession, type Logger, runInRequest, traced } from '../src';
import type { LogFields } from '../src/names';
import { recordSpans } from './recorded-spans';

const spans = recordSpans();

const startLog = (level = 'info'): { log: Logger; lines: Record<string, unknown>[] } => {
  const lines: Record<string, unknown>[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { log: createLogger({ service: 'cart', version: '1.0.0', level, destination }), lines };
};

const request = { requestId: 'request-0001', deadline: 0 };

describe('a log line', () => {
  it('has the service, the time and the level', () => {
    const { log, lines } = startLog();
    log.error({ store: 'cart-data', reason: 'ECONNRESET' }, 'redis-connection-lost');
    expect(lines).toEqual([
      {
        level: 'error',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        service: 'cart',
        version: '1.0.0',
        store: 'cart-data',
        reason: 'ECONNRESET',
        msg: 'redis-connection-lost',
      },
    ]);
  });

  it('is not written below the configured level', () => {
    const { log, lines } = startLog('error');
    log.info({ port: 8080 }, 'service-started');
    log.error({ reason: 'SyntaxError' }, 'service-flags-not-read');
    expect(lines.map(({ msg }) => msg)).toEqual(['service-flags-not-read']);
  });

  it('has the ids of the current trace and span', async () => {
    const { log, lines } = startLog();
    await traced('work', async () => log.info({ port: 8080 }, 'service-started'));
    const context = spans()[0]?.spanContext();
    expect(lines).toMatchObject([
      { traceId: context?.traceId, spanId: context?.spanId, traceFlags: '01' },
    ]);
  });

  it('has the ids of the current request and session, also after an await', async () => {
    const { log, lines } = startLog();
    await new Promise<void>((resolve) => {
      runInRequest({ ...request, session: 'abc' }, () => {
        log.info({ store: 'cart-data' }, 'redis-writes-accepted');
        setImmediate(() => {
          log.info({ store: 'cart-data' }, 'redis-read-from-primary');
          resolve();
        });
      });
    });
    expect(lines).toMatchObject([
      { requestId: 'request-0001', session: 'abc' },
      { requestId: 'request-0001', session: 'abc' },
    ]);
  });

  it('has no session before one is known, and no request id outside a request', () => {
    const { log, lines } = startLog();
    runInRequest(request, () => log.info({ port: 8080 }, 'service-started'));
    log.info({ port: 8080 }, 'service-started');
    expect(lines[0]).not.toHaveProperty('session');
    for (const field of ['requestId', 'session', 'traceId', 'spanId'])
      expect(lines[1]).not.toHaveProperty(field);
  });
});

// Checked by the compiler, in `typecheck`.
it('the type of a line allows only known messages with their level and fields', () => {
  type Message<Level extends 'info' | 'error'> = Parameters<Logger[Level]>[1];
  expectTypeOf<'service-started'>().toExtend<Message<'info'>>();
  expectTypeOf<'service-begun'>().not.toExtend<Message<'info'>>();
  expectTypeOf<'service-started'>().not.toExtend<Message<'error'>>();
  expectTypeOf<keyof LogFields<'service-started'>>().toEqualTypeOf<'port'>();
  expectTypeOf<Record<never, never>>().not.toExtend<LogFields<'service-started'>>();
});

describe('a session in telemetry', () => {
  it('is a short, stable hash', () => {
    const session = 'a'.repeat(22);
    expect(hashSession(session)).toBe(hashSession(session));
    expect(hashSession(session)).toMatch(/^[0-9a-f]{16}$/);
    expect(hashSession(session)).not.toBe(hashSession(`${session.slice(1)}b`));
  });
});
