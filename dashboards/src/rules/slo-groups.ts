import {
  type BurnAlert,
  budgetRemaining,
  budgetRemainingExpression,
  burnAlerts,
  burnCondition,
  burnRate,
  burnRateExpression,
  burnWindows,
  errorsExpression,
  recordedEvery,
  runbookOf,
  type Slo,
  slos,
} from '@faultline/slo';
import { identityLabels } from '@faultline/topology';
import { stringify } from 'yaml';
import type { Rule, RuleGroup } from './rule-file';

const labelsOf = ({ name, service }: Slo) => ({ [identityLabels.service]: service, slo: name });

const burnRates = (slo: Slo, factor: number): Rule[] =>
  Object.keys(burnWindows).map((window) => ({
    record: burnRate,
    expr: burnRateExpression(slo, window, factor),
    labels: { ...labelsOf(slo), window },
  }));

const burnWords = ({ burns }: BurnAlert): string =>
  burns
    .map(
      ({ times, long, short }) =>
        `more than ${times} times as fast as allowed over ${long} and over ${short}`,
    )
    .join(', or ');

const burnAlertRule = (slo: Slo, alert: BurnAlert): Rule => ({
  alert: alert.name,
  expr: burnCondition(slo, alert),
  for: '0s',
  labels: {
    priority: alert.priority,
    service: slo.service,
    component: slo.component,
    subject: slo.name,
  },
  annotations: {
    summary: `${alert.title}: ${slo.name}`,
    description: `${slo.title}: ${slo.objective}. Fires when the budget is spent ${burnWords(alert)}. Value: {{ $value | humanize }} times as fast.`,
    runbook: runbookOf(alert.name),
  },
});

/** Burn rates, budgets and their alerts, for each objective; a factor makes the windows of burn rates shorter. */
export const sloGroupsOf = (factor: number): readonly RuleGroup[] => {
  const every = factor === 1 ? recordedEvery : 1;
  return slos.map((slo) => ({
    name: `faultline-slo-${slo.name}`,
    interval: `${every}s`,
    rules: [
      ...burnRates(slo, factor),
      {
        record: budgetRemaining,
        expr: budgetRemainingExpression(slo, every),
        labels: labelsOf(slo),
      },
      ...burnAlerts.map((alert) => burnAlertRule(slo, alert)),
    ],
  }));
};

export const sloGroups = sloGroupsOf(1);

/** Sloth knows ratios only: the errors in units of a budget of 1 %. */
const slothObjective = 99;

const slothSlo = (slo: Slo) => ({
  name: slo.name,
  objective: slothObjective,
  description: `${slo.title}: ${slo.objective}. The query gives 1 % where the whole budget is spent at the allowed speed.`,
  sli: {
    raw: {
      error_ratio_query: `(${errorsExpression(slo.indicator, '{{.window}}')}) / ${Number(slo.budget.toPrecision(6))} * ${(100 - slothObjective) / 100}`,
    },
  },
  alerting: {
    name: 'BudgetBurns',
    labels: { service: slo.service, component: slo.component, subject: slo.name },
    page_alert: {
      labels: { priority: 'page' },
      annotations: { runbook: 'docs/runbooks/BudgetBurnsFast.md' },
    },
    ticket_alert: {
      labels: { priority: 'ticket' },
      annotations: { runbook: 'docs/runbooks/BudgetBurnsSlowly.md' },
    },
  },
});

/** The specification of all objectives for `sloth generate`. */
export const slothSpec = (): string =>
  `# Generated from libs/slo by npm run generate.\n${stringify(
    { version: 'prometheus/v1', service: 'faultline', slos: slos.map(slothSlo) },
    { lineWidth: 0 },
  )}`;
