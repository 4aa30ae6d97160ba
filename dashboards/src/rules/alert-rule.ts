import { faultKeys, faultOf } from '@faultline/faults';
import { type AlertName, alertOf, logql, promql, serviceOf, type Timing } from '@faultline/slo';
import type { AlertRule } from './rule-file';

/** The pages of the faults with this alert, which explain how to investigate. */
const runbooks = (name: AlertName): string[] =>
  faultKeys
    .filter((key) => faultOf(key).evidence.alert === name)
    .map((key) => `docs/faults/${key}.md`);

/** Translates an alert to a rule for Prometheus, or for Loki if its condition is on logs. */
export const alertRule = (name: AlertName, timing: Timing): AlertRule => {
  const { priority, summary, when } = alertOf(name);
  const pages = runbooks(name);
  return {
    alert: name,
    expr: when.kind === 'logged' ? logql(when) : promql(when, timing),
    for: when.kind === 'logged' ? '0s' : timing.lasting,
    labels: { priority, service: when.kind === 'logged' ? when.service : serviceOf(when) },
    annotations: { summary, ...(pages.length > 0 && { runbook: pages.join(' ') }) },
  };
};
