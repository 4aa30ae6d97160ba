import {
  type Alert,
  alerts,
  type ComponentRule,
  componentRules,
  componentUnhealthy,
  defaultTiming,
  logql,
  promql,
  promqlState,
  runbookOf,
  serviceOf,
  type Timing,
} from '@faultline/slo';
import { descriptionOf } from './description';
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
  rules: alerts.filter(chosen).map((each) => alertRule(each, timing)),
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

/** Translates an alert to a rule for Prometheus, or for Loki if its condition is on logs. */
export const alertRule = (alert: Alert, timing: Timing): AlertRule => {
  const { name, subject, component, priority, summary, when } = alert;
  const isLogged = when.kind === 'logged';
  return {
    alert: name,
    expr: isLogged ? logql(when) : promql(when, timing),
    for: isLogged ? '0s' : timing.lasting,
    labels: { priority, service: isLogged ? when.service : serviceOf(when), component, subject },
    annotations: {
      summary,
      description: descriptionOf(alert, timing),
      runbook: runbookOf(name),
    },
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
