import { faultKeys, faultOf } from '@faultline/faults';
import { type Alert, type AlertName, alerts } from '@faultline/slo';
import { logql } from './logql';
import { promql } from './promql';
import type { Rule } from './rule-file';
import type { Timing } from './timing';

const isAlertName = (name: string): name is AlertName => Object.hasOwn(alerts, name);

export const alertNames: readonly AlertName[] = Object.keys(alerts).filter(isAlertName);

/** The entry of an alert, without the type of its condition, for those who treat all alike. */
export const alertOf = (name: AlertName): Alert => alerts[name];

/** The pages of the faults that declare this alert: each tells how to investigate. */
const runbooks = (name: AlertName): string[] =>
  faultKeys
    .filter((key) => faultOf(key).evidence.alert === name)
    .map((key) => `docs/faults/${key}.md`);

/** An alert as a rule: of Prometheus, or of Loki where its condition is one of logs. */
export const alertRule = (name: AlertName, timing: Timing): Rule => {
  const { priority, summary, when } = alertOf(name);
  const pages = runbooks(name);
  return {
    alert: name,
    expr: when.kind === 'logged' ? logql(when) : promql(when, timing),
    for: when.kind === 'logged' ? '0s' : timing.lasting,
    labels: { priority, service: 'of' in when ? when.of.service : when.service },
    annotations: { summary, ...(pages.length > 0 && { runbook: pages.join(' ') }) },
  };
};
