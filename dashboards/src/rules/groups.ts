import { faultKeys, faultOf } from '@faultline/faults';
import {
  type Alert,
  type AlertName,
  alertNames,
  alertOf,
  type ComponentRule,
  componentRules,
  componentUnhealthy,
  defaultTiming,
  logql,
  promql,
  promqlState,
  serviceOf,
  type Timing,
} from '@faultline/slo';
import type { AlertRule, Rule, RuleGroup } from './rule-file';

/** As soon as there is something new where services are scraped often. */
const interval = '5s';

const isOfLogs = ({ when }: Alert): boolean => when.kind === 'logged';

const alertGroup = (
  name: string,
  timing: Timing,
  chosen: (alert: Alert) => boolean,
): RuleGroup => ({
  name,
  interval,
  rules: alertNames.filter((each) => chosen(alertOf(each))).map((each) => alertRule(each, timing)),
});

const ofMetrics = (priority: Alert['priority'], timing: Timing): RuleGroup =>
  alertGroup(
    `faultline-${priority}`,
    timing,
    (alert) => alert.priority === priority && !isOfLogs(alert),
  );

export const prometheusGroups = (timing: Timing): readonly RuleGroup[] => [
  ofMetrics('page', timing),
  ofMetrics('ticket', timing),
  {
    name: 'faultline-components',
    interval,
    rules: componentRules.map((rule) => componentRule(rule, timing)),
  },
];

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

/** The recording rule of a component rule: 1 while the component is unhealthy, else 0, per installation. */
const componentRule = ({ component, rule, when }: ComponentRule, timing: Timing): Rule => ({
  record: componentUnhealthy,
  expr: promqlState(when, timing),
  labels: { component, rule },
});

/** The rule groups for Loki's ruler. */
export const lokiGroups: readonly RuleGroup[] = [
  alertGroup('faultline-logs', defaultTiming, isOfLogs),
];
