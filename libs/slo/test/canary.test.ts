import { expect, it } from 'vitest';
import { burnAlerts, canary, canaryChecks, componentRules, slos } from '../src';
import { maxErrorRatio } from '../src/shared-conditions';
import { selector } from '../src/translations/selector';

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

const ratios = slos.filter(({ service }) => service === 'api-gateway');

it('a canary counts failures as the objectives of searches and checkouts do, but of every route', () => {
  expect(ratios.map(({ name }) => name)).toEqual(['search', 'checkout']);
  const query = canaryChecks({ ...compared, service: 'api-gateway' }).find(
    ({ name }) => name === 'errors',
  )?.query;
  for (const { indicator } of ratios) {
    if (indicator.kind !== 'bad-of-all')
      throw new Error(`${indicator.kind} is no share of failures`);
    for (const { metric, labels } of [indicator.bad, indicator.all]) {
      const status = labels?.http_response_status_code;
      const ofAllRoutes = selector({
        service: 'api-gateway',
        metric,
        labels: {
          service_namespace: compared.installation,
          ...(status !== undefined && { http_response_status_code: status }),
        },
      });
      expect(query).toContain(ofAllRoutes);
    }
  }
});

it('a canary is taken back before all of its failures would call somebody within the hour', () => {
  const [fastest = 0] = burnAlerts.flatMap(({ burns }) => burns.map(({ times }) => times));
  for (const { budget } of ratios) {
    const burn = maxErrorRatio / budget;
    expect(burn).toBeCloseTo(10);
    expect(burn).toBeLessThan(fastest);
  }
  // The share that docs/delivery.md and the reasons name.
  expect(maxErrorRatio).toBe(0.05);
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
