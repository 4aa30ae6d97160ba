import {
  type BurnAlert,
  budgetRemaining,
  budgetRemainingExpression,
  burnRate,
  objectives,
  type Series,
  type Slo,
  slos,
} from '@faultline/slo';
import { describe, expect, it } from 'vitest';
import { renderRules } from '../src/rules/rule-file';
import { sloGroups } from '../src/rules/slo-groups';
import { because, missing, promtool, testRules } from './promtool';

const why = missing('promtool');

const payments = renderRules(sloGroups.filter(({ name }) => name.endsWith('failed-payments')));
const uptime = renderRules(sloGroups.filter(({ name }) => name.endsWith('uptime-api-gateway')));

const labels = 'service_namespace="shop",instance="one",job="a"';
const failed = (values: string) => ({
  series: `payments_total{service_name="payment",${labels},outcome="failed"}`,
  values,
});
const checks = (outcome: string, values: string) => ({
  series: `probe_checks_total{service_name="console",${labels},probe="api",outcome="${outcome}"}`,
  values,
});

/** How many failures a minute spend the budget of 500 a month this many times faster than allowed. */
const perMinute = (times: number): number =>
  (objectives.failedPayments / objectives.month) * 60 * times;

const firing = (name: BurnAlert['name'], eval_time: string, value: 0 | 1) => ({
  expr: `count(ALERTS{alertname="${name}",alertstate="firing"}) or vector(0)`,
  eval_time,
  exp_samples: [{ labels: '{}', value }],
});

/** A scrape per minute over full windows. */
const test = (series: object | object[], ...promql_expr_test: object[]) => ({
  interval: '1m',
  input_series: [series].flat(),
  promql_expr_test,
});

/** What an objective counts, if this share of 100 events a minute are errors. */
const eventsOf = ({ service, indicator, since }: Slo, errors: number): object[] => {
  const series = ({ metric, labels: own = {} }: Series, values: string) => ({
    series: `${metric}{service_name="${service}",${labels}${Object.entries(own)
      .map(([label, value]) => `,${label}="${sampleOf[value] ?? value}"`)
      .join('')}}`,
    values,
  });
  const count = (perMinute: number) => `0+${perMinute}x200`;
  const existing = since.metric === 'build_info' ? [series(since, '1x200')] : [];
  switch (indicator.kind) {
    case 'count':
      return [series(indicator.bad, count(100 * errors))];
    case 'bad-of-all': {
      const [[label = ''] = []] = Object.entries(indicator.bad.labels ?? {}).filter(
        ([name]) => indicator.all.labels?.[name] === undefined,
      );
      const good = { ...indicator.all, labels: { ...indicator.all.labels, [label]: 'other' } };
      const [failures, rest] = [count(100 * errors), count(100 * (1 - errors))];
      return [...existing, series(indicator.bad, failures), series(good, rest)];
    }
    case 'good-of-all':
      return [
        ...existing,
        series(indicator.all, count(100)),
        series(indicator.good, count(100 * (1 - errors))),
      ];
  }
};

/** What matches a pattern, as Prometheus 3 has it. */
const sampleOf: Readonly<Record<string, string>> = { '/^5/': '503', '/^2([.]0)?$/': '2.0' };

describe('the objectives', () => {
  it('are those of the objectives file', () => {
    expect(slos.map(({ name }) => name)).toEqual([
      'uptime-web-gateway',
      'uptime-api-gateway',
      'failed-payments',
      'latency',
      'search',
      'checkout',
    ]);
  });
});

describe.skipIf(why)(`burn rates in Prometheus${because(why)}`, () => {
  it('are accepted', () => {
    const rules = renderRules(sloGroups);
    expect(promtool(['check', 'rules'], 'rules.yaml', { 'rules.yaml': rules })).toBe('');
  });

  it('page after half an hour at 40 times the allowed speed, and no longer than it goes on', () => {
    const failing = test(
      failed(`0+${perMinute(40)}x120 ${perMinute(40) * 120}x60`),
      firing('BudgetBurnsFast', '25m', 0),
      firing('BudgetBurnsFast', '35m', 1),
      firing('BudgetBurnsFast', '120m', 1),
      firing('BudgetBurnsFast', '130m', 0),
    );
    expect(testRules(payments, [failing], '30s')).toBe('');
  });

  it('page after three hours at 14 times the allowed speed', () => {
    const failing = test(
      failed(`0+${perMinute(14)}x400`),
      firing('BudgetBurnsFast', '170m', 0),
      firing('BudgetBurnsFast', '190m', 1),
    );
    expect(testRules(payments, [failing], '30s')).toBe('');
  });

  it('make a ticket, and no page, at 5.9 times and at 2.9 times the allowed speed', () => {
    const at = (times: number, before: string, after: string, minutes: number) =>
      test(
        failed(`0+${perMinute(times)}x${minutes}`),
        firing('BudgetBurnsSlowly', before, 0),
        firing('BudgetBurnsSlowly', after, 1),
        firing('BudgetBurnsFast', after, 0),
      );
    const tests = [at(5.9, '11h30m', '12h30m', 800), at(2.9, '35h', '37h', 2300)];
    expect(testRules(payments, tests, '5m')).toBe('');
  });

  it('are silent where nothing fails, with the whole budget left', () => {
    const sample = (metric: string, value: number, window = '') => ({
      expr: `${metric}{slo="failed-payments"${window}}`,
      eval_time: '60m',
      exp_samples: [
        {
          labels: `${metric}{service_name="payment",service_namespace="shop",slo="failed-payments"${window}}`,
          value,
        },
      ],
    });
    const quiet = test(
      failed('0x120'),
      firing('BudgetBurnsFast', '60m', 0),
      firing('BudgetBurnsSlowly', '60m', 0),
      sample(burnRate, 0, ',window="1h"'),
      sample(budgetRemaining, 1),
    );
    expect(testRules(payments, [quiet], '30s')).toBe('');
  });

  it.each(slos)('page when all of the events are errors, and not when none is: $name', (slo) => {
    const rules = renderRules(sloGroups.filter(({ name }) => name.endsWith(`-${slo.name}`)));
    const tests = [1, 0].map((errors) =>
      test(
        eventsOf(slo, errors),
        firing('BudgetBurnsFast', '29m', 0),
        firing('BudgetBurnsFast', '90m', errors === 1 ? 1 : 0),
        {
          expr: `count(${burnRate}{slo="${slo.name}",window="1h"})`,
          eval_time: '90m',
          exp_samples: [{ labels: '{}', value: 1 }],
        },
      ),
    );
    expect(testRules(rules, tests, '1m')).toBe('');
  });

  it('go on while data were missing for a while', () => {
    const gap = `0+${perMinute(40)}x60 _x15 ${perMinute(40) * 76}+${perMinute(40)}x60`;
    const failing = test(
      failed(gap),
      firing('BudgetBurnsFast', '60m', 1),
      firing('BudgetBurnsFast', '95m', 1),
      firing('BudgetBurnsFast', '100m', 1),
      firing('BudgetBurnsFast', '105m', 1),
    );
    expect(testRules(payments, [failing], '30s')).toBe('');
  });

  it('leave the budget that there is an hour after the install, of which four seconds were bad', () => {
    const left = (slo: string, from: number, to: number) => ({
      expr: `count(${budgetRemaining}{slo="${slo}"} > ${from} < ${to})`,
      eval_time: '60m',
      exp_samples: [{ labels: '{}', value: 1 }],
    });
    // Two checks of 1800, in 259 s that a month may be down.
    const ofChecks = test(
      [checks('succeeded', '0+30x29 900 928+30x30'), checks('failed', '0x30 2x31')],
      left('uptime-api-gateway', 255 / 259.2, 256 / 259.2),
    );
    expect(testRules(uptime, [ofChecks], '30s')).toBe('');
    const ofPayments = test(failed('0x29 5x31'), left('failed-payments', 0.989, 0.991));
    expect(testRules(payments, [ofPayments], '30s')).toBe('');
  });

  it('leave the whole budget before there is a burn rate', () => {
    const first = test([checks('succeeded', '0+30x5'), checks('failed', '0 2x4')], {
      expr: budgetRemaining,
      eval_time: '2m',
      exp_samples: [
        {
          labels: `${budgetRemaining}{service_name="console",service_namespace="shop",slo="uptime-api-gateway"}`,
          value: 1,
        },
      ],
    });
    expect(testRules(uptime, [first], '30s')).toBe('');
  });

  it('leave nothing after a month in which all of it was spent', () => {
    const [slo] = slos.filter(({ name }) => name === 'uptime-api-gateway');
    if (!slo) throw new Error('there is no such objective');
    const spent = {
      interval: '1h',
      input_series: [
        checks('succeeded', '0+99990x800'),
        checks('failed', '0+10x800'),
        {
          series: `${burnRate}{service_name="console",service_namespace="shop",slo="${slo.name}",window="5m"}`,
          values: '1x800',
        },
      ],
      promql_expr_test: [
        {
          expr: `abs(${budgetRemainingExpression(slo, 3600)}) < bool 0.01`,
          eval_time: '790h',
          exp_samples: [{ labels: '{service_namespace="shop"}', value: 1 }],
        },
      ],
    };
    expect(testRules('groups: []', [spent], '1h')).toBe('');
  });

  it('count a gateway as down while its checks fail', () => {
    const down = test(
      [checks('succeeded', '0+30x40 1200x10 1200+30x60'), checks('failed', '0x40 0+30x10 300x60')],
      firing('BudgetBurnsFast', '39m', 0),
      firing('BudgetBurnsFast', '45m', 1),
      firing('BudgetBurnsFast', '60m', 0),
    );
    expect(testRules(uptime, [down], '30s')).toBe('');
  });
});
