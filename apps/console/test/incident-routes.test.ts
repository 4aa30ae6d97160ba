import { consoleRoutes } from '@faultline/contracts/console';
import { refused } from '@faultline/service/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person, setUp } from './incidents-for-test';
import { openStore, type StoreForTest } from './open-store';
import { startConsole } from './start-console';

let test: StoreForTest;
beforeAll(async () => {
  test = await openStore();
});
afterAll(() => test.close());

const start = async (environment: NodeJS.ProcessEnv = {}) => {
  const { incidents } = setUp();
  return startConsole({ sources: { ...test, incidents }, environment });
};

/** As Alertmanager 0.28 sends it. */
const webhook = (status: 'firing' | 'resolved') => ({
  version: '4',
  groupKey: '{}:{component="payment"}',
  truncatedAlerts: 0,
  status,
  receiver: 'console',
  groupLabels: { component: 'payment' },
  commonLabels: { component: 'payment' },
  commonAnnotations: {},
  externalURL: 'http://alertmanager:9093',
  alerts: [
    {
      status,
      labels: { alertname: 'PaymentsFailing', component: 'payment', priority: 'page' },
      annotations: { summary: 'Payments fail' },
      startsAt: new Date(Date.now() - 60_000).toISOString(),
      endsAt: status === 'resolved' ? new Date().toISOString() : '0001-01-01T00:00:00Z',
      generatorURL: 'http://prometheus:9090/graph',
      fingerprint: 'a1b2',
    },
  ],
});

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('incidents over HTTP', () => {
  it('are opened by an Alertmanager’s webhook, and acknowledged, commented and resolved', async () => {
    const console_ = await start();
    const client = console_.client(consoleRoutes);
    const taken = await post(`${console_.url}/api/alerts`, webhook('firing'));
    expect(await taken.json()).toEqual({ taken: 1 });
    expect(await client.incidents()).toMatchObject({
      total: 1,
      items: [{ id: 1, title: 'Payments fail', state: 'open', component: 'payment' }],
      figures: { open: 1, opened: 1 },
    });
    const params = { id: 1 };
    await client.acknowledgeIncident({ params, body: { by: 'ada' } });
    await client.commentIncident({ params, body: { by: 'ada', text: 'asked the provider' } });
    const { incident, timeline } = await client.resolveIncident({ params, body: {} });
    expect(incident).toMatchObject({ state: 'resolved', resolvedBy: { kind: 'person' } });
    expect(timeline.map(({ kind, by }) => [kind, by])).toEqual([
      ['alert', undefined],
      ['acknowledged', person('ada')],
      ['comment', person('ada')],
      ['resolved', { kind: 'person' }],
    ]);
    expect(await client.incident({ params })).toMatchObject({ incident: { id: 1 } });
  });

  it('say which incident there is not, and which is over', async () => {
    const { url } = await start();
    const at = (path: string) => `${url}/api/incidents/${path}`;
    const unknown = { status: 404, code: 'unknown-incident' };
    expect(await refused(fetch(at('3')))).toMatchObject(unknown);
    expect(await refused(post(at('3/resolve'), {}))).toMatchObject(unknown);
    expect(await refused(fetch(at('first')))).toMatchObject({ status: 400 });
    for (const [to, body] of [
      [`${url}/api/alerts`, webhook('firing')],
      [at('1/resolve'), {}],
    ] as const)
      await (await post(to, body)).body?.cancel();
    expect(await refused(post(at('1/acknowledge'), {}))).toMatchObject({
      status: 409,
      code: 'incident-is-over',
    });
  });

  it('name the field of a message that is not Alertmanager’s', async () => {
    const { url } = await start();
    const response = await post(`${url}/api/alerts`, { ...webhook('firing'), version: '3' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ field: expect.stringContaining('version') }],
    });
  });

  it('takes the alerts of a large group', async () => {
    const { url } = await start();
    const { alerts, ...message } = webhook('firing');
    const many = Array.from({ length: 1_000 }, () => alerts).flat();
    const response = await post(`${url}${consoleRoutes.receiveAlerts.path}`, {
      ...message,
      alerts: many,
    });
    expect(await response.json()).toEqual({ taken: 1_000 });
  });

  it('take no alerts beyond 200 open ones, and say how many', async () => {
    const { url, client } = await start();
    const { alerts, ...message } = webhook('firing');
    const named = (from: number, to: number) => ({
      ...message,
      alerts: Array.from({ length: to - from }, (_, index) =>
        alerts.map((alert) => ({ ...alert, labels: { alertname: `Others${from + index}` } })),
      ).flat(),
    });
    const response = await post(`${url}/api/alerts`, named(0, 203));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      type: 'urn:faultline:problem:too-many-incidents',
      detail: expect.stringContaining('3 of 203'),
    });
    expect(await client(consoleRoutes).incidents({ query: { limit: 1 } })).toMatchObject({
      figures: { open: 200 },
    });
    const known = await post(`${url}/api/alerts`, named(0, 200));
    expect(await known.json()).toEqual({ taken: 200 });
  });

  it.each([
    ['label', { labels: { alertname: 'x'.repeat(1_001) } }],
    ['annotation', { annotations: { summary: 'x'.repeat(20_001) } }],
    [
      'number of labels',
      { labels: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [n, ''])) },
    ],
    ['fingerprint', { fingerprint: 'x'.repeat(101) }],
  ])('refuse a %s that is too long', async (_, parts) => {
    const { url } = await start();
    const { alerts, ...message } = webhook('firing');
    const response = await post(`${url}/api/alerts`, {
      ...message,
      alerts: alerts.map((alert) => ({ ...alert, ...parts })),
    });
    expect(await refused(response)).toMatchObject({ status: 400 });
  });

  it.each(['2026-11-26T23:59:60Z', '2026-11-26T12:00:00Z[UTC]', '2026-02-31T12:00:00Z'])(
    'refuse %s, which is no time',
    async (startsAt) => {
      const { url } = await start();
      const { alerts, ...message } = webhook('firing');
      const response = await post(`${url}${consoleRoutes.receiveAlerts.path}`, {
        ...message,
        alerts: alerts.map((alert) => ({ ...alert, startsAt })),
      });
      expect(await refused(response)).toMatchObject({ status: 400 });
    },
  );

  it('need the token of the console for every write', async () => {
    const { url } = await start({ CONSOLE_TOKEN: 'secret-token' });
    const without = await post(`${url}/api/alerts`, webhook('firing'));
    expect(without.status).toBe(401);
    await without.body?.cancel();
    const bearer = { authorization: 'Bearer secret-token' };
    const accepted = await post(`${url}/api/alerts`, webhook('firing'), bearer);
    expect(accepted.status).toBe(200);
    await accepted.body?.cancel();
  });
});
