import { type Alert, healthRules } from '@faultline/topology';
import { alertNames, alertOf, alertRule } from './alert-rule';
import { mapRule } from './map-rule';
import type { RuleGroup } from './rule-file';

/** As often as the services are scraped. */
const interval = '5s';

const isOfLogs = ({ when }: Alert): boolean => when.kind === 'logged';

const alertGroup = (name: string, chosen: (alert: Alert) => boolean): RuleGroup => ({
  name,
  interval,
  rules: alertNames.filter((each) => chosen(alertOf(each))).map(alertRule),
});

const ofMetrics = (priority: Alert['priority']): RuleGroup =>
  alertGroup(`faultline-${priority}`, (alert) => alert.priority === priority && !isOfLogs(alert));

/** What Prometheus evaluates. */
export const prometheusGroups: readonly RuleGroup[] = [
  ofMetrics('page'),
  ofMetrics('ticket'),
  { name: 'faultline-map', interval, rules: healthRules.map(mapRule) },
];

/** What Loki's ruler evaluates. */
export const lokiGroups: readonly RuleGroup[] = [alertGroup('faultline-logs', isOfLogs)];
