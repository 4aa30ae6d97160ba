import { type AlertId, findAlert, timingOf } from '@faultline/slo';
import { describe, expect, it } from 'vitest';
import { alertRule, lokiGroups, prometheusGroups } from '../src/rules/groups';
import { sloGroups } from '../src/rules/slo-groups';
import { because, missing, rulesOf, testRules } from './promtool';
import { exampleOfLabel, sceneOf } from './scenes';
import { inputSeries, scrapeInterval } from './series';

const why = missing('promtool');
const timing = timingOf(scrapeInterval / 1000);
const groups = prometheusGroups(timing);

it('every alert says what was measured, but for a service that is gone', () => {
  const silent = [...groups, ...lokiGroups, ...sloGroups]
    .flatMap(({ rules }) => [...rules])
    .flatMap((rule) => ('alert' in rule ? [rule] : []))
    .filter(({ annotations }) => !annotations.description?.includes('{{ $value | humanize'));
  expect(new Set(silent.map(({ alert }) => alert))).toEqual(new Set(['ServiceDown']));
});

it('a card number that is in the log is not gone when its alert resolves', () => {
  for (const { rules } of lokiGroups)
    for (const rule of rules)
      expect('alert' in rule && rule.annotations.description).toMatch(
        /those that were logged stay/,
      );
});

interface Message extends AlertId {
  measured: string;
  labels?: Readonly<Record<string, string>>;
}

/** What each kind of condition says a fifth above its threshold. */
const messages: readonly Message[] = [
  { name: 'ServiceErrors', subject: 'cart', measured: 'Value: 6%.' },
  {
    name: 'RouteErrors',
    subject: 'cart',
    measured: `Value of ${exampleOfLabel}: 6%.`,
    labels: { http_route: exampleOfLabel },
  },
  { name: 'LogVolumeHigh', subject: 'cart', measured: 'Value: 12.' },
  {
    name: 'CpuSaturated',
    subject: 'cart',
    measured: 'Value of cart:9090: 96%.',
    labels: { instance: 'cart:9090' },
  },
  {
    name: 'MemoryGrowing',
    subject: 'cart',
    measured: 'Value of cart:9090: 48MB.',
    labels: { instance: 'cart:9090' },
  },
  { name: 'PaymentsUnresolved', subject: 'payment', measured: 'Value: 12m 0s.' },
  { name: 'StoreConnectionsNearMaximum', subject: 'product-data', measured: 'Value: 96%.' },
];

describe.skipIf(why)(`Prometheus writes into a message${because(why)}`, () => {
  it.each(messages)('of $name: $measured', ({ name, subject, measured, labels }) => {
    const alert = findAlert({ name, subject });
    if (!alert || alert.when.kind === 'logged') throw new Error(`no such alert: ${name}`);
    const rule = alertRule(alert, timing);
    const description = rule.annotations.description?.replace(/Value.*$/, measured);
    const firing = {
      exp_labels: { ...rule.labels, service_namespace: 'faultline', ...labels },
      exp_annotations: { ...rule.annotations, description },
    };
    const others = groups.map((group) => ({
      ...group,
      rules: group.rules.filter(
        (each) => !('subject' in each.labels) || each.labels.subject === subject,
      ),
    }));
    const scene = {
      interval: '5s',
      input_series: sceneOf(alert.when, 1.2).map(inputSeries),
      alert_rule_test: [{ eval_time: '2m', alertname: name, exp_alerts: [firing] }],
    };
    expect(testRules(rulesOf(others, [name]), [scene])).toBe('');
  });
});
