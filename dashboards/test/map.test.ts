import { evaluate } from '@faultline/evidence';
import { type HealthRule, healthRules } from '@faultline/slo';
import { serviceNames, storeNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { prometheusGroups } from '../src/rules/groups';
import { renderRules } from '../src/rules/rule-file';
import { timingOf } from '../src/rules/timing';
import { because, missing, testRules } from './promtool';
import { sceneOf, scrapes } from './scenes';
import { historyOf, inputSeries, scrapeInterval } from './series';

const why = missing('promtool');
const groups = prometheusGroups(timingOf(scrapeInterval / 1000));
const recording = groups.filter(({ name }) => name === 'faultline-map');
const boxes = [...serviceNames, ...storeNames];
const end = (scrapes - 1) * scrapeInterval;

/** A test for promtool: over a scene, the rule's series is 1 or 0 as libs/evidence finds its condition. */
const test = ({ box, rule, when }: HealthRule, times: number) => {
  const series = sceneOf(when, times);
  const { holds } = evaluate(when, historyOf(series), end);
  expect(holds, `${box} ${rule}`).toBe(times > 1);
  const labels = `faultline:box_red{box="${box}",rule="${rule}",service_namespace="faultline"}`;
  return {
    interval: '5s',
    input_series: series.map(inputSeries),
    promql_expr_test: [
      { expr: labels, eval_time: '2m', exp_samples: [{ labels, value: holds ? 1 : 0 }] },
    ],
  };
};

it('the map has a series for every rule of every box', () => {
  const recorded = recording.flatMap(({ rules }) => rules.map(({ labels }) => labels.box));
  expect(recorded).toHaveLength(healthRules.length);
  expect(new Set(recorded)).toEqual(new Set(boxes));
});

describe.skipIf(why)(`the map on Prometheus${because(why)}`, () => {
  it.each(boxes)('is red for %s by each of its rules in trouble, and not in health', (box) => {
    const own = healthRules.filter((each) => each.box === box);
    const tests = own.flatMap((health) => [test(health, 1.2), test(health, 0.8)]);
    expect(testRules(renderRules(recording), tests)).toBe('');
  });
});
