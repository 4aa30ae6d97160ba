import { evaluate } from '@faultline/evidence';
import { type ComponentRule, componentRules, componentUnhealthy, timingOf } from '@faultline/slo';
import { serviceNames, storeNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
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
