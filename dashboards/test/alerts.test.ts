import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { evaluate } from '@faultline/evidence';
import { faultKeys, faultOf } from '@faultline/faults';
import { alertNames, alertOf, type MetricCondition, timingOf } from '@faultline/slo';
import { describe, expect, it } from 'vitest';
import { lokiGroups, prometheusGroups } from '../src/rules/groups';
import { type Rule, renderRules } from '../src/rules/rule-file';
import { because, missing, promtool, testRules } from './promtool';
import { sceneOf, scrapes } from './scenes';
import { historyOf, inputSeries, scrapeInterval } from './series';

const workspace = resolve(__dirname, '../..');
const why = missing('promtool');
const groups = prometheusGroups(timingOf(scrapeInterval / 1000));
const rules = renderRules(groups);
const all = [...groups, ...lokiGroups].flatMap((group): readonly Rule[] => group.rules);
const alertRules = all.flatMap((rule) => ('alert' in rule ? [rule] : []));
const end = (scrapes - 1) * scrapeInterval;

const ofMetrics = alertNames.flatMap((name) => {
  const { when } = alertOf(name);
  return when.kind === 'logged' ? [] : [{ name, when }];
});

/** Whether libs/evidence finds the condition true at the end of a scene. */
const holds = (when: MetricCondition, times: number): boolean =>
  evaluate(when, historyOf(sceneOf(when, times)), end).holds;

describe('the alerts', () => {
  it('are each one rule', () => {
    expect(alertRules.map(({ alert }) => alert).sort()).toEqual([...alertNames].sort());
  });

  it('have a priority and links to existing pages', () => {
    for (const { alert, labels, annotations } of alertRules) {
      expect(labels.priority, alert).toMatch(/^(page|ticket)$/);
      for (const page of annotations.runbook?.split(' ') ?? [])
        expect(existsSync(join(workspace, page)), page).toBe(true);
    }
  });

  it.each(faultKeys)('lead from the alert of %s to its page', (key) => {
    const rule = alertRules.find(({ alert }) => alert === faultOf(key).evidence.alert);
    expect(rule?.annotations.runbook?.split(' ')).toContain(`docs/faults/${key}.md`);
  });
});

describe.skipIf(why)(`Prometheus${because(why)}`, () => {
  it('accepts the rules', () => {
    expect(promtool(['check', 'rules', '--lint=all'], 'rules.yaml', { 'rules.yaml': rules })).toBe(
      '',
    );
  });

  it.each(ofMetrics)('fires $name above its threshold, and not below', ({ name, when }) => {
    expect([holds(when, 1.2), holds(when, 0.8)]).toEqual([true, false]);
    const rule = alertRules.find(({ alert }) => alert === name);
    const { service = '' } = rule?.labels ?? {};
    const aProcess = when.kind === 'rate' || when.kind === 'growth';
    const fired = {
      exp_labels: {
        ...rule?.labels,
        service_namespace: 'faultline',
        ...(aProcess && { instance: `${service}:9090` }),
      },
      exp_annotations: rule?.annotations,
    };
    const scene = (times: number, expected: object[]) => ({
      interval: '5s',
      input_series: sceneOf(when, times).map(inputSeries),
      alert_rule_test: [{ eval_time: '2m', alertname: name, exp_alerts: expected }],
    });
    expect(testRules(rules, [scene(1.2, [fired]), scene(0.8, [])])).toBe('');
  });
});
