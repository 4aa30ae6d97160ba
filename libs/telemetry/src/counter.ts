import { Counter as PromCounter } from 'prom-client';
import { type CounterName, type LabelName, type LabelValues, metrics } from './names';
import type { MetricsRegistry } from './registry';

/** All known values of each label, so that the counter is 0 before its first event. */
export type KnownValues<Name extends CounterName> = Readonly<
  Record<LabelName<Name>, readonly string[]>
>;

export interface Counter<Name extends CounterName> {
  add(labels: LabelValues<Name>, by?: number): void;
}

const combinations = (known: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(known).reduce<Record<string, string>[]>(
    (all, [label, values]) =>
      all.flatMap((one) => values.map((value) => ({ ...one, [label]: value }))),
    [{}],
  );

/** A business counter that starts at 0 for every known combination of label values. */
export const counter = <Name extends CounterName>(
  registry: MetricsRegistry,
  name: Name,
  known: KnownValues<Name>,
): Counter<Name> => {
  const { help, labels } = metrics[name];
  const metric = new PromCounter<string>({ name, help, labelNames: labels, registers: [registry] });
  for (const values of combinations(known)) metric.inc(values, 0);
  return { add: (values, by = 1) => metric.inc({ ...values }, by) };
};
