import { context, ROOT_CONTEXT, SpanKind, TraceFlags, trace } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { samplerFrom } from '../src/spans/sampler';
import { tracerProvider } from '../src/spans/tracer';

const remote = (traceFlags: TraceFlags) =>
  trace.setSpanContext(ROOT_CONTEXT, {
    traceId: '0af7651916cd43dd8448eb211c80319c',
    spanId: 'b7ad6b7169203331',
    traceFlags,
    isRemote: true,
  });

/** How many of 1,000 requests become recorded spans. */
const recorded = (environment: NodeJS.ProcessEnv, within = ROOT_CONTEXT): number => {
  let count = 0;
  const tracer = tracerProvider(samplerFrom(environment), () => {
    count += 1;
  }).getTracer('test');
  for (let index = 0; index < 1000; index += 1)
    tracer.startSpan('GET /cart', { kind: SpanKind.SERVER }, within).end();
  return count;
};

const ratio = (name: string, OTEL_TRACES_SAMPLER_ARG: string) => ({
  OTEL_TRACES_SAMPLER: name,
  OTEL_TRACES_SAMPLER_ARG,
});

describe('sampling', () => {
  it('takes everything by default, and follows the caller', () => {
    expect(recorded({})).toBe(1000);
    expect(recorded({}, remote(TraceFlags.SAMPLED))).toBe(1000);
    expect(recorded({}, remote(TraceFlags.NONE))).toBe(0);
  });

  it('takes a share of the traces that begin here, and follows the caller in the others', () => {
    const tenth = ratio('parentbased_traceidratio', '0.1');
    expect(recorded(tenth)).toBeGreaterThan(40);
    expect(recorded(tenth)).toBeLessThan(200);
    expect(recorded(tenth, remote(TraceFlags.SAMPLED))).toBe(1000);
    expect(recorded(tenth, remote(TraceFlags.NONE))).toBe(0);
  });

  it.each([
    ['always_on', 1000],
    ['always_off', 0],
    ['parentbased_always_on', 1000],
    ['parentbased_always_off', 0],
  ])('does as %s says', (name, count) => {
    expect(recorded({ OTEL_TRACES_SAMPLER: name })).toBe(count);
  });

  it('gives a span that is not recorded ids all the same, for the log', () => {
    const off = tracerProvider(samplerFrom({ OTEL_TRACES_SAMPLER: 'always_off' }), () => undefined);
    const span = off.getTracer('test').startSpan('GET /cart', {}, context.active());
    expect(span.isRecording()).toBe(false);
    expect(span.spanContext().traceId).toMatch(/^(?!0+$)[0-9a-f]{32}$/);
  });

  it.each([
    [{ OTEL_TRACES_SAMPLER: 'sometimes' }, 'OTEL_TRACES_SAMPLER must be one of always_on'],
    [{ OTEL_TRACES_SAMPLER: 'toString' }, 'OTEL_TRACES_SAMPLER must be one of'],
    [ratio('traceidratio', '2'), 'OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1'],
    [ratio('traceidratio', 'half'), 'OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1'],
  ])('refuses %o', (environment, message) => {
    expect(() => samplerFrom(environment)).toThrow(message);
  });
});
