import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { evaluate } from '@faultline/evidence';
import { type Alert, alerts, type MetricCondition, timingOf } from '@faultline/slo';
import { describe, expect, it } from 'vitest';
import { lokiGroups, prometheusGroups } from '../src/rules/groups';
import { type Rule, renderRules } from '../src/rules/rule-file';
import { because, missing, promtool, rulesOf, testRules } from './promtool';
import { exampleOfLabel, sceneOf, scrapes } from './scenes';
import { historyOf, inputSeries, scrapeInterval } from './series';

const workspace = resolve(__dirname, '../..');
const why = missing('promtool');
const groups = prometheusGroups(timingOf(scrapeInterval / 1000));
const rules = renderRules(groups);
const all = [...groups, ...lokiGroups].flatMap((group): readonly Rule[] => group.rules);
const alertRules = all.flatMap((rule) => ('alert' in rule ? [rule] : []));
const end = (scrapes - 1) * scrapeInterval;

const ofMetrics = alerts.flatMap((alert) => {
  const { name, when } = alert;
  return when.kind === 'logged' ? [] : [{ alert, name, subject: alert.subject, when }];
});

const ruleOf = ({ name, subject }: Alert) =>
  alertRules.find(({ alert, labels }) => alert === name && labels.subject === subject);

/** The labels of a firing alert besides those of its rule. */
const ownLabels = (when: MetricCondition, service: string): object => {
  if (when.kind === 'rate' || when.kind === 'growth') return { instance: `${service}:9090` };
  return when.kind === 'ratio' && when.by !== undefined ? { [when.by]: exampleOfLabel } : {};
};

const labelsOf = (labels: object): string =>
  `{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(',')}}`;

/** Whether libs/evidence finds the condition true at the end of a scene. */
const holds = (when: MetricCondition, times: number): boolean =>
  evaluate(when, historyOf(sceneOf(when, times)), end).holds;

describe('the alerts', () => {
  it('are each one rule', () => {
    const keys = alertRules.map(({ alert, labels }) => `${alert} ${labels.subject}`);
    expect(keys.sort()).toEqual(alerts.map(({ name, subject }) => `${name} ${subject}`).sort());
  });

  it('have a priority, a sentence with their threshold, and a link to an existing page', () => {
    for (const { alert, labels, annotations } of alertRules) {
      expect(labels.priority, alert).toMatch(/^(page|ticket)$/);
      expect(annotations.description, alert).toMatch(/^Fires when .*\.$/);
      expect(existsSync(join(workspace, annotations.runbook ?? '')), alert).toBe(true);
    }
  });
});

describe.skipIf(why)(`Prometheus${because(why)}`, () => {
  it('accepts the rules', () => {
    expect(promtool(['check', 'rules', '--lint=all'], 'rules.yaml', { 'rules.yaml': rules })).toBe(
      '',
    );
  });

  const kinds = [...new Set(ofMetrics.map(({ name }) => name))];
  it.each(kinds)('fires %s above its threshold, and not below, for each member', (kind) => {
    const tests = ofMetrics
      .filter(({ name }) => name === kind)
      .flatMap(({ alert, when }) => {
        expect([holds(when, 1.2), holds(when, 0.8)], alert.subject).toEqual([true, false]);
        const rule = ruleOf(alert);
        const { service = '' } = rule?.labels ?? {};
        const fired = {
          labels: `ALERTS${labelsOf({
            ...rule?.labels,
            alertname: kind,
            alertstate: 'firing',
            service_namespace: 'faultline',
            ...ownLabels(when, service),
          })}`,
          value: 1,
        };
        const expr = `ALERTS{alertname="${kind}",alertstate="firing",subject="${alert.subject}"}`;
        const scene = (times: number, exp_samples: object[]) => ({
          interval: '5s',
          input_series: sceneOf(when, times).map(inputSeries),
          promql_expr_test: [{ expr, eval_time: '2m', exp_samples }],
        });
        return [scene(1.2, [fired]), scene(0.8, [])];
      });
    expect(testRules(rulesOf(groups, [kind]), tests)).toBe('');
  });
});
