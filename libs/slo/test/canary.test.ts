import { expect, it } from 'vitest';
import { canary, canaryChecks, componentRules } from '../src';

const compared = {
  service: 'product',
  installation: 'shop/faultline',
  version: '1.3.0',
  window: '1m',
} as const;

const checks = canaryChecks(compared);

const verdictsOf = (name: string, values: readonly (number | undefined)[]) =>
  values.map((value) => checks.find((check) => check.name === name)?.verdict(value));

it('a canary is judged by the conditions of an unhealthy component, of its own installation alone', () => {
  expect(checks.map(({ name }) => name)).toEqual(['traffic', 'errors', 'latency']);
  const judged = componentRules.filter(({ component }) => component === 'product');
  for (const { rule, when } of judged)
    if (when.kind === 'ratio')
      expect(checks.find(({ name }) => name === rule)?.query).toContain(`> ${when.threshold})`);
  for (const { query } of checks)
    for (const [selector] of query.matchAll(/\{[^}]*\}/g))
      expect(selector).toContain('{service_name="product",service_namespace="shop/faultline"');
});

it('too few requests, and no result, are a reason to wait and never one to go on', () => {
  expect(verdictsOf('traffic', [undefined, 0, canary.minRequests - 1])).toEqual([
    'wait',
    'wait',
    'wait',
  ]);
  expect(verdictsOf('traffic', [canary.minRequests])).toEqual(['good']);
  for (const name of ['errors', 'latency'])
    expect(verdictsOf(name, [undefined, Number.NaN, 0, 0.2])).toEqual([
      'wait',
      'wait',
      'good',
      'bad',
    ]);
});
