import type { TextMapPropagator } from '@opentelemetry/api';
import {
  CompositePropagator,
  getStringListFromEnv,
  W3CBaggagePropagator,
  W3CTraceContextPropagator,
} from '@opentelemetry/core';

const known: Readonly<Record<string, () => TextMapPropagator>> = {
  tracecontext: () => new W3CTraceContextPropagator(),
  baggage: () => new W3CBaggagePropagator(),
};

/** The propagators in `OTEL_PROPAGATORS`; by default W3C's. */
export const propagators = (): TextMapPropagator => {
  const names = new Set(getStringListFromEnv('OTEL_PROPAGATORS') ?? Object.keys(known));
  return new CompositePropagator({
    propagators: names.has('none')
      ? []
      : [...names].flatMap((name) => {
          const make = known[name];
          return make ? [make()] : [];
        }),
  });
};
