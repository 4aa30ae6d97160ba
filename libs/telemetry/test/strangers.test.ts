import type { ReceivedSpan } from '@faultline/otlp';
import { startOtlpReceiver } from '@faultline/otlp/testing';
import { describe, expect, it } from 'vitest';
import { startTraced } from './traced-process';

const stranger = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
const from = (flags: '00' | '01') => `00-${stranger.traceId}-${stranger.spanId}-${flags}`;

const ratio = (share: string) => ({
  OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
  OTEL_TRACES_SAMPLER_ARG: share,
});

/** The spans that a server exports of requests with these headers. */
const spansOf = async (
  environment: NodeJS.ProcessEnv,
  requests: readonly Record<string, string>[],
): Promise<ReceivedSpan[]> => {
  const receiver = await startOtlpReceiver();
  const service = await startTraced('web-gateway', {
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    ...environment,
  });
  for (const headers of requests) await service.send('/things/1', { headers });
  await service.stop();
  await receiver.stop();
  return receiver.spans;
};

describe('trace context from outside, at the public entry', { timeout: 90_000 }, () => {
  it('is linked, but does not become the parent', async () => {
    const spans = await spansOf({ EDGE: 'true' }, [
      { traceparent: from('01'), tracestate: 'vendor=value', baggage: 'plan=steer' },
    ]);
    expect(spans).toMatchObject([{ name: 'GET /things/:id', parentSpanId: '', links: [stranger] }]);
    expect(spans[0]?.traceId).not.toBe(stranger.traceId);
  });

  it('cannot prevent sampling', async () => {
    const spans = await spansOf({ EDGE: 'true' }, Array(5).fill({ traceparent: from('00') }));
    expect(spans).toHaveLength(5);
  });

  it('cannot force sampling', async () => {
    const environment = { EDGE: 'true', ...ratio('0') };
    expect(await spansOf(environment, Array(5).fill({ traceparent: from('01') }))).toEqual([]);
  });

  it("keeps the client's request id as an attribute, unless it may be a card number", async () => {
    const ids = ['support-4711', '4242424242424242', '4242-4242-4242-4242', 'a b', 'x'.repeat(65)];
    const spans = await spansOf(
      { EDGE: 'true' },
      ids.map((id) => ({ 'x-request-id': id })),
    );
    const told = spans.map(({ attributes }) => attributes['http.request.header.x-request-id']);
    expect(told).toEqual([['support-4711'], undefined, undefined, undefined, undefined]);
  });
});

it('trace context from an internal caller becomes the parent', { timeout: 90_000 }, async () => {
  const headers = [{ traceparent: from('01') }, { traceparent: from('00') }];
  expect(await spansOf({}, headers)).toMatchObject([
    { traceId: stranger.traceId, parentSpanId: stranger.spanId, links: [] },
  ]);
});
