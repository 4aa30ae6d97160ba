import { expect, it } from 'vitest';
import { collectorOf } from '../src/components/collector';

const console_ = { collector: undefined, tools: ['console'] as const, portBase: 18080 };

it('sends telemetry to the console', () => {
  expect(collectorOf(console_, {})).toEqual({
    traces: 'http://127.0.0.1:18098/v1/traces',
    logs: 'http://127.0.0.1:18098/v1/logs',
  });
});

it('leaves it to services when nobody receives it', () => {
  expect(collectorOf({ ...console_, tools: [] }, {})).toBeUndefined();
});

it.each(['', 'TRACES_', 'LOGS_'])(
  'leaves it to the collector of the environment (%s)',
  (signal) => {
    const environment = { [`OTEL_EXPORTER_OTLP_${signal}ENDPOINT`]: 'http://collector:4318' };
    expect(collectorOf(console_, environment)).toBeUndefined();
  },
);

it('prefers the collector that the caller names', () => {
  const collector = { traces: 'http://other/v1/traces', logs: 'http://other/v1/logs' };
  expect(collectorOf({ ...console_, collector }, {})).toBe(collector);
});
