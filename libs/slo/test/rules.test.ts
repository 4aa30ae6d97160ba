import { serviceNames, services, storeNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { failedShare, healthRules, objectives } from '../src';

describe('the health rules', () => {
  it.each(serviceNames)('judge %s by its absence, its errors and its latency', (service) => {
    const rules = healthRules.filter(({ box }) => box === service);
    expect(rules.map(({ rule }) => rule)).toEqual(['offline', 'errors', 'slow']);
  });

  it.each(storeNames)('judge %s by what each service that uses it is told', (store) => {
    const users = serviceNames.filter((service) => services[service].stores.includes(store));
    const rules = healthRules.filter(({ box }) => box === store);
    const judged = rules.map(({ when }) => 'of' in when && when.of.service);
    expect(judged.toSorted()).toEqual(users.toSorted());
  });

  it('call a service slow when it misses the latency objective', () => {
    const limits = healthRules
      .filter(({ rule }) => rule === 'slow')
      .map(({ when }) => when.kind === 'quantile' && when.above);
    expect(new Set(limits)).toEqual(new Set([objectives.latency]));
  });
});

it('a share of failed requests is counted within the route that is asked for', () => {
  const labels = { http_route: '/orders', http_request_method: 'GET' };
  expect(
    failedShare({ service: 'payment', route: '/orders', method: 'GET', above: 0.1 }),
  ).toMatchObject({
    of: { labels: { ...labels, http_response_status_code: '/^5/' } },
    to: { labels },
  });
});
