import {
  type Alert,
  alertNames,
  alertOf,
  componentRules,
  defaultTiming,
  type Timing,
} from '@faultline/slo';
import { alertRule } from './alert-rule';
import { componentRule } from './component-rule';
import type { RuleGroup } from './rule-file';

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

/** The rule groups for Prometheus. */
export const prometheusGroups = (timing: Timing): readonly RuleGroup[] => [
  ofMetrics('page', timing),
  ofMetrics('ticket', timing),
  {
    name: 'faultline-components',
    interval,
    rules: componentRules.map((rule) => componentRule(rule, timing)),
  },
];

/** The rule groups for Loki's ruler. */
export const lokiGroups: readonly RuleGroup[] = [
  alertGroup('faultline-logs', defaultTiming, isOfLogs),
];
