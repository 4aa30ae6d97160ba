import { evaluate } from '@faultline/evidence';
import { type ComponentRule, componentRules, componentUnhealthy, timingOf } from '@faultline/slo';
import { serviceNames, storeNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { componentState } from '../src/boards/overview/component-state';
import { prometheusGroups } from '../src/rules/groups';
import { renderRules } from '../src/rules/rule-file';
import { because, missing, testRules } from './promtool';
import { sceneOf, scrapes } from './scenes';
import { historyOf, inputSeries, scrapeInterval } from './series';

const why = missing('promtool');
const groups = prometheusGroups(timingOf(scrapeInterval / 1000));
const recording = groups.filter(({ name }) => name === 'faultline-components');
const components = [...serviceNames, ...storeNames];
const end = (scrapes - 1) * scrapeInterval;

/** A test for promtool: over a scene, the rule's series is 1 or 0 as libs/evidence finds its condition. */
const test = ({ component, rule, when }: ComponentRule, times: number) => {
  const series = sceneOf(when, times);
  const { holds } = evaluate(when, historyOf(series), end);
  expect(holds, `${component} ${rule}`).toBe(times > 1);
  const labels = `${componentUnhealthy}{component="${component}",rule="${rule}",service_namespace="faultline"}`;
  return {
    interval: '5s',
    input_series: series.map(inputSeries),
    promql_expr_test: [
      { expr: labels, eval_time: '2m', exp_samples: [{ labels, value: holds ? 1 : 0 }] },
    ],
  };
};

it('the service map has a series for every rule of every component', () => {
  const recorded = recording.flatMap(({ rules }) => rules.map(({ labels }) => labels.component));
  expect(recorded).toHaveLength(componentRules.length);
  expect(new Set(recorded)).toEqual(new Set(components));
});

describe.skipIf(why)(`the service map on Prometheus${because(why)}`, () => {
  it.each(components)(
    'says that %s is unhealthy by each of its rules in trouble, and not in health',
    (component) => {
      const own = componentRules.filter((each) => each.component === component);
      const tests = own.flatMap((each) => [test(each, 1.2), test(each, 0.8)]);
      expect(testRules(renderRules(recording), tests)).toBe('');
    },
  );
});

it.skipIf(why)(
  `a component on the map is red by a rule, amber by an alert that is not about a budget, else green${because(why)}`,
  () => {
    const of = (metric: string, labels: Record<string, string>, value: number) => {
      const pairs = Object.entries({ service_namespace: 'shop', ...labels });
      const text = pairs.map(([label, its]) => `${label}="${its}"`).join(',');
      return { series: `${metric}{${text}}`, values: `${value}x3` };
    };
    const firing = (component: string, alertname: string, others = {}) =>
      of('ALERTS', { alertname, component, alertstate: 'firing', ...others }, 1);
    const state = (component: string, value: number) => ({
      labels: `{component="${component}"}`,
      value,
    });
    const tests = [
      {
        interval: '5s',
        input_series: [
          of(componentUnhealthy, { component: 'cart', rule: 'errors' }, 1),
          of(componentUnhealthy, { component: 'cart', rule: 'slow' }, 0),
          firing('cart', 'RouteErrors'),
          of(componentUnhealthy, { component: 'product', rule: 'errors' }, 0),
          firing('product', 'MemoryGrowing'),
          of(componentUnhealthy, { component: 'session', rule: 'errors' }, 0),
          firing('session', 'RouteErrors', { alertstate: 'pending' }),
          firing('session', 'RouteErrors', { service_namespace: 'another' }),
          of(componentUnhealthy, { component: 'web-gateway', rule: 'errors' }, 0),
          firing('web-gateway', 'BudgetBurnsSlowly'),
          firing('payment-provider', 'DependencyFailing'),
        ],
        promql_expr_test: [
          {
            expr: componentState.replaceAll('$installation', 'shop'),
            eval_time: '10s',
            exp_samples: [
              state('cart', 1),
              state('product', 0.5),
              state('session', 0),
              state('web-gateway', 0),
              state('payment-provider', 0.5),
            ],
          },
        ],
      },
    ];
    expect(testRules('groups: []', tests)).toBe('');
  },
);
