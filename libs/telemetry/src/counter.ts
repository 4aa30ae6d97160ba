import { Counter as PromCounter } from 'prom-client';
import type { MetricsRegistry } from './registry';

export interface CounterDefinition<Label extends string> {
  name: string;
  help: string;
  /** Every known value of each label, so that the counter reads 0 before its first event. */
  labels: Readonly<Record<Label, readonly string[]>>;
}

export interface Counter<Label extends string> {
  add(labels: Readonly<Record<Label, string>>, by?: number): void;
}

const combinations = <Label extends string>(
  labels: Readonly<Record<Label, readonly string[]>>,
): Record<string, string>[] =>
  Object.entries<readonly string[]>(labels).reduce<Record<string, string>[]>(
    (all, [label, values]) =>
      all.flatMap((one) => values.map((value) => ({ ...one, [label]: value }))),
    [{}],
  );

/** A business counter that starts at 0 for every known combination of label values. */
export const counter = <Label extends string>(
  registry: MetricsRegistry,
  { name, help, labels }: CounterDefinition<Label>,
): Counter<Label> => {
  const metric = new PromCounter<string>({
    name,
    help,
    labelNames: Object.keys(labels),
    registers: [registry],
  });
  for (const known of combinations(labels)) metric.inc(known, 0);
  return { add: (values, by = 1) => metric.inc({ ...values }, by) };
};
