import type { ScrapeTarget } from '@faultline/evidence';
import { alertNames } from '@faultline/slo';
import { componentNames, serviceNames, toolNames } from '@faultline/topology';
import { type Static, Type } from 'typebox';

/*
 * A bundle is gzipped JSON lines: first the manifest, then lines of the kinds below, and OTLP's own lines
 * (`{"resourceSpans": …}` and `{"resourceLogs": …}`), which other tools read.
 */
export const bundleVersion = 1;

const Time = Type.Number({ minimum: 0 });
const Nullable = Type.Union([Type.Number(), Type.Null()]);

export const Manifest = Type.Object({
  faultline: Type.Object({
    bundle: Type.Integer(),
    /** The version of the console that wrote it. */
    version: Type.String(),
    from: Time,
    to: Time,
  }),
});
export type Manifest = Static<typeof Manifest>['faultline'];

export const isTarget = (name: string): name is ScrapeTarget =>
  [...serviceNames, ...toolNames].some((target) => target === name);

/** One target's scrapes; `values` has null where a series was not there. */
export const MetricsLine = Type.Object({
  metrics: Type.Object({
    target: Type.String(),
    times: Type.Array(Time),
    readable: Type.Array(Type.Boolean()),
    series: Type.Array(
      Type.Object({
        name: Type.String(),
        labels: Type.Record(Type.String(), Type.String()),
        values: Type.Array(Nullable),
      }),
    ),
  }),
});
export type MetricsLine = Static<typeof MetricsLine>;

const Reason = Type.Object({
  rule: Type.Enum(['offline', 'errors', 'slow', 'store', 'logs', 'alert']),
  words: Type.String(),
  value: Type.Optional(Type.Number()),
  since: Time,
});

/** The states of components, beginning with those at the start of the range. */
export const StatesLine = Type.Object({
  states: Type.Array(
    Type.Object({
      at: Time,
      component: Type.Enum([...componentNames]),
      state: Type.Enum(['unknown', 'green', 'amber', 'red']),
      since: Time,
      reasons: Type.Array(Reason),
    }),
  ),
});

export const AlertsLine = Type.Object({
  alerts: Type.Array(
    Type.Object({
      name: Type.Enum([...alertNames]),
      subject: Type.String(),
      priority: Type.Enum(['page', 'ticket']),
      summary: Type.String(),
      component: Type.Enum([...componentNames]),
      since: Time,
      resolvedAt: Type.Optional(Time),
      value: Type.Optional(Type.Number()),
    }),
  ),
});

export const ChangesLine = Type.Object({
  changes: Type.Array(
    Type.Object({
      at: Time,
      service: Type.Enum([...serviceNames]),
      kind: Type.Enum(['release', 'restart', 'scale']),
      before: Type.String(),
      after: Type.String(),
    }),
  ),
});
