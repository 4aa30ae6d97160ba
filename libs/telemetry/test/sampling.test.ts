import { ROOT_CONTEXT, SpanKind, TraceFlags, trace } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { describe, expect, it, vi } from 'vitest';
import { prepareEnvironment } from '../src/environment/prepare-environment';
import { traceProvider } from '../src/export/trace-provider';

const remote = (traceFlags: TraceFlags) =>
  trace.setSpanContext(ROOT_CONTEXT, {
    traceId: '0af7651916cd43dd8448eb211c80319c',
    spanId: 'b7ad6b7169203331',
    traceFlags,
    isRemote: true,
  });

/** How many of 1,000 requests become recorded spans in an environment. */
const recorded = (environment: NodeJS.ProcessEnv, within = ROOT_CONTEXT): number => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  prepareEnvironment(process.env);
  const tracer = traceProvider(resourceFromAttributes({})).getTracer('test');
  vi.unstubAllEnvs();
  return Array.from({ length: 1000 }, () =>
    tracer.startSpan('GET /cart', { kind: SpanKind.SERVER }, within),
  ).filter((span) => span.isRecording()).length;
};

const ratio = (name: string, OTEL_TRACES_SAMPLER_ARG: string) => ({
  OTEL_TRACES_SAMPLER: name,
  OTEL_TRACES_SAMPLER_ARG,
});

describe('sampling', () => {
  it("samples everything by default, and follows the caller's decision", () => {
    expect(recorded({})).toBe(1000);
    expect(recorded({}, remote(TraceFlags.SAMPLED))).toBe(1000);
    expect(recorded({}, remote(TraceFlags.NONE))).toBe(0);
  });

  it("samples a ratio of new traces, and follows the caller's decision otherwise", () => {
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

  it.each([
    ['an empty sampler', { OTEL_TRACES_SAMPLER: '' }],
    ['a blank ratio', ratio('parentbased_traceidratio', ' ')],
    ['an unknown sampler', { OTEL_TRACES_SAMPLER: 'sometimes' }],
    ['a ratio beyond 1', ratio('traceidratio', '2')],
    ['a ratio that is no number', ratio('traceidratio', 'half')],
  ])('takes everything with %s, as if it were unset', (_what, environment) => {
    expect(recorded(environment)).toBe(1000);
  });
});
