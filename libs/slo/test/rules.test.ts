import { serviceNames, services, storeNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { componentRules, errorRatio, objectives, serviceOf } from '../src';

describe('the component rules', () => {
  it.each(serviceNames)('judge %s by its absence, its errors and its latency', (service) => {
    const rules = componentRules.filter(({ component }) => component === service);
    expect(rules.map(({ rule }) => rule)).toEqual(['offline', 'errors', 'slow']);
  });

  it.each(storeNames)('judge %s by what each service that uses it is told', (store) => {
    const users = serviceNames.filter((service) => services[service].stores.includes(store));
    const rules = componentRules.filter(({ component }) => component === store);
    const judged = rules.map(({ when }) => serviceOf(when));
    expect(judged.toSorted()).toEqual(users.toSorted());
  });

  it('call a service slow when it misses the latency objective', () => {
    const limits = componentRules
      .filter(({ rule }) => rule === 'slow')
      .map(({ when }) => when.kind === 'quantile' && when.threshold);
    expect(new Set(limits)).toEqual(new Set([objectives.latency]));
  });
});

it('a share of failed requests is counted within the route that is asked for', () => {
  const labels = { http_route: '/orders', http_request_method: 'GET' };
  expect(
    errorRatio({ service: 'payment', route: '/orders', method: 'GET', threshold: 0.1 }),
  ).toMatchObject({
    numerator: { labels: { ...labels, http_response_status_code: '/^5/' } },
    denominator: { labels },
  });
});
