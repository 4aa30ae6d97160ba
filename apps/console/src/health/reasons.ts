import { increments, type MetricHistory } from '@faultline/evidence';
import {
  type ComponentRule,
  componentRules,
  evaluationWindow,
  type MetricCondition,
  maxErrorRatio,
  minRequests,
  minSlow,
  objectives,
} from '@faultline/slo';
import { clientDuration } from '@faultline/telemetry/names';
import { type ComponentName, serviceNames, services } from '@faultline/topology';
import { evaluateEarly } from './early-evaluation';
import type { Reason } from './health';
import { counted, inSeconds, percent } from './words';

/** A reason that holds now, and how serious it is. */
export interface Finding extends Omit<Reason, 'since' | 'value'> {
  value: number | undefined;
  state: 'amber' | 'red';
}

/** The window of errors in logs, in seconds. */
export const logWindow = 15;

interface ConsoleRule extends Omit<ComponentRule, 'component' | 'reason'> {
  component: ComponentName;
}

/** Rules for what has no metrics of its own, from the metrics of its callers. */
const callerRules: readonly ConsoleRule[] = serviceNames.flatMap((service) =>
  services[service].externals.flatMap((component): ConsoleRule[] => {
    const labels = { server_address: component };
    const calls = { service, metric: `${clientDuration}_count`, labels } as const;
    return [
      {
        component,
        rule: 'errors',
        when: {
          kind: 'ratio',
          // Without a status, there was no response.
          numerator: { ...calls, labels: { ...labels, http_response_status_code: '/^(5..)?$/' } },
          denominator: calls,
          window: evaluationWindow,
          threshold: maxErrorRatio,
          minEvents: minRequests,
        },
      },
      {
        component,
        rule: 'slow',
        when: {
          kind: 'quantile',
          series: { service, metric: clientDuration, labels },
          quantile: 0.95,
          window: evaluationWindow,
          threshold: objectives.latency,
          minOver: minSlow,
        },
      },
    ];
  }),
);

const rules: readonly ConsoleRule[] = [...componentRules, ...callerRules];

const wordsOf = ({ rule, when }: ConsoleRule, value: number | undefined): string => {
  if (when.kind === 'absent' || value === undefined) return 'does not answer';
  const { threshold } = when;
  if (rule === 'slow') return `p95 ${inSeconds(value)}, over ${inSeconds(threshold)}`;
  const what = rule === 'store' ? 'operations' : 'requests';
  return `${percent(value)} of its ${what} fail, over ${percent(threshold)}`;
};

/** The rules that a component violates now, the most serious first. */
export const violations = (
  component: ComponentName,
  history: MetricHistory,
  now: number,
): Finding[] =>
  rules.flatMap((rule) => {
    if (rule.component !== component) return [];
    const { holds, value } = evaluateEarly(rule.when, history, now);
    if (!holds) return [];
    return [{ rule: rule.rule, state: 'red', words: wordsOf(rule, value), value }];
  });

/** How many error lines a service wrote lately, by its own metric. */
export const errorLines = (
  service: Extract<MetricCondition, { kind: 'absent' }>['service'],
  history: MetricHistory,
  now: number,
): number => {
  const window = history.window(service, now - logWindow * 1000, now);
  let lines = 0;
  for (const { by } of increments(window, 'log_lines_total', { level: 'error' }))
    for (const more of by) lines += more;
  return lines;
};

export const logFinding = (lines: number): Finding[] =>
  lines > 0
    ? [
        {
          rule: 'logs',
          state: 'amber',
          words: `${counted(lines, 'error')} in its log within ${logWindow} s`,
          value: lines,
        },
      ]
    : [];
