import { slos } from '@faultline/slo';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { sloGroups, slothSpec } from '../src/rules/slo-groups';

/** The labels by which messages are grouped and routed, of our own alerts on burn rates. */
const own = sloGroups.flatMap(({ rules }) =>
  rules.flatMap((rule) =>
    'alert' in rule && rule.alert === 'BudgetBurnsFast' ? [rule.labels] : [],
  ),
);

it('the alerts of Sloth have the labels of ours, of which the component is in title and link of a message', () => {
  const spec: unknown = parse(slothSpec());
  expect(own).toHaveLength(slos.length);
  expect(spec).toMatchObject({
    slos: own.map(({ service, component, subject }) => ({
      alerting: { labels: { service, component, subject } },
    })),
  });
});
