import { serviceNames, services, storeNames, stores } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import {
  type AlertName,
  alertKey,
  alertKindOf,
  alertNames,
  alerts,
  conditionInWords,
} from '../src';

const subjectsOf = (name: AlertName) => alertKindOf(name).members.map(({ subject }) => subject);

/** A condition without what names the member that it is for. */
const shapeOf = (name: AlertName) =>
  alertKindOf(name).members.map(({ subject, when }) => {
    const names = [subject, ...subject.split(' → '), ...serviceNames, ...storeNames]
      .toSorted((a, b) => b.length - a.length)
      .map((each) => new RegExp(`"${each}"`, 'g'));
    return names.reduce((text, each) => text.replace(each, '"MEMBER"'), JSON.stringify(when));
  });

describe('the kinds of alerts', () => {
  it.each(alertNames)('%s is the same rule for each of its members', (name) => {
    expect(new Set(shapeOf(name)).size).toBe(1);
  });

  it.each([
    'ServiceDown',
    'ServiceErrors',
    'ServiceSlow',
    'RouteErrors',
    'UnexpectedErrors',
    'EventLoopBlocked',
    'CpuSaturated',
    'MemoryGrowing',
    'RestartsRepeated',
    'LogVolumeHigh',
    'CardNumberLogged',
  ] as const)('%s is for every service', (name) => {
    expect(subjectsOf(name)).toEqual(serviceNames);
  });

  it.each(['StoreSlow', 'ReadsPerRequestHigh'] as const)('%s is for every store', (name) => {
    expect(subjectsOf(name).toSorted()).toEqual(storeNames.toSorted());
  });

  it.each(['ReplicaErrors', 'ReplicaNotFollowing', 'ReplicaBehind'] as const)(
    '%s is a ticket for every replica',
    (name) => {
      expect(alertKindOf(name).priority).toBe('ticket');
      const replicas = storeNames.filter((store) => stores[store].replicaOf !== undefined);
      expect(subjectsOf(name).toSorted()).toEqual(replicas.toSorted());
    },
  );

  it.each(['StoreUnreachable', 'StoreErrors'] as const)(
    '%s is for every store that nothing stands in for',
    (name) => {
      const primaries = storeNames.filter((store) => stores[store].replicaOf === undefined);
      expect(subjectsOf(name).toSorted()).toEqual(primaries.toSorted());
    },
  );

  it.each(['DependencyFailing', 'DependencySlow', 'CallsPerRequestHigh'] as const)(
    '%s is for every call of every service',
    (name) => {
      const calls = serviceNames.flatMap((service) => {
        const { calls: own, externals } = services[service];
        return [...own, ...externals].map((to) => `${service} → ${to}`);
      });
      expect(subjectsOf(name)).toEqual(calls);
    },
  );

  it('have alerts that can be distinguished', () => {
    expect(new Set(alerts.map(alertKey)).size).toBe(alerts.length);
    expect(new Set(alerts.map(({ summary }) => summary)).size).toBe(alerts.length);
  });
});

describe('the condition of an alert in words', () => {
  const wordsOf = (name: AlertName, subject: string): string => {
    const alert = alerts.find((each) => each.name === name && each.subject === subject);
    return alert ? conditionInWords(alert.when) : '';
  };

  it.each<[AlertName, string, string]>([
    ['ServiceDown', 'cart', 'the metrics of cart cannot be read'],
    [
      'ServiceErrors',
      'cart',
      'at least 3 and more than 5 % of the requests to cart end with status 5xx within 15 s',
    ],
    [
      'ServiceSlow',
      'cart',
      'the p95 of the duration of requests to cart is over 2 s within 15 s, and at least 3 of them are',
    ],
    [
      'UnexpectedErrors',
      'cart',
      'more than 0.05 % of the requests to cart end with status 500 within 30 s',
    ],
    [
      'MemoryGrowing',
      'cart',
      'the memory of cart grows by more than 40 MB in 60 s, in a process older than 2 min',
    ],
    ['RestartsRepeated', 'cart', 'the start time of cart changes more than 2 times within 10 min'],
    [
      'LogVolumeHigh',
      'cart',
      'more than 10 log lines of cart per request to cart within 15 s (of at least 10)',
    ],
    [
      'ReplicaNotFollowing',
      'cart-data-replica',
      'the replication link of cart-data-replica (1 is up) is below 1 for 15 s',
    ],
    [
      'PaymentsFailing',
      'payment',
      'at least 3 and more than 5 % of the payments end as failed within 30 s',
    ],
  ])('%s of %s', (name, subject, words) => {
    expect(wordsOf(name, subject)).toBe(words);
  });

  it('has no name of a metric or a label', () => {
    for (const { when } of alerts)
      expect(conditionInWords(when)).not.toMatch(/_total|db_|_seconds/);
  });
});
