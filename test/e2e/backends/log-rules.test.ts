import { lokiRules } from '@faultline/dashboards';
import { holdsCardNumber } from '@faultline/evidence';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAlertmanager } from '../src/backends/alertmanager';
import { type Loki, startLoki } from '../src/backends/loki';
import { type Slack, startSlack } from '../src/bake-off/slack';

const soon = { timeout: 30_000, interval: 250 };
/** The rule looks back for a minute. */
const overWithin = 180_000;

const cleanup = new AsyncDisposableStack();
let slack: Slack;
let loki: Loki;

beforeAll(async () => {
  slack = await startSlack();
  cleanup.defer(slack.stop);
  const alertmanager = await startAlertmanager({
    slackUrls: { pages: slack.url, tickets: slack.url },
    deadMansSwitchUrl: `${slack.url}/switch`,
  });
  cleanup.defer(alertmanager.stop);
  loki = await startLoki({ rules: lokiRules(), alertmanager: alertmanager.url });
  cleanup.defer(loki.stop);
});

afterAll(() => cleanup.disposeAsync());

/** Sends a line of payment with a field, by OTLP. */
const log = async (name: string, value: string): Promise<void> => {
  const attributes = [{ key: name, value: { stringValue: value } }];
  const line = {
    timeUnixNano: String(BigInt(Date.now()) * 1_000_000n),
    body: { stringValue: 'payment-charge-requested' },
    traceId: '41111111111111114111111111111111',
    spanId: '4111111111111111',
    attributes,
  };
  const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'payment' } }] };
  const { ok } = await fetch(loki.logsUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ resourceLogs: [{ resource, scopeLogs: [{ logRecords: [line] }] }] }),
  });
  expect(ok).toBe(true);
};

/** What fires, with the number of lines that have a card number. */
const firing = async (): Promise<string[]> =>
  (await loki.firing()).map(
    ({ labels, value }) => `${labels.alertname} ${labels.component} ${value}`,
  );

it('Loki’s ruler takes no identifier for a card number, and tells Slack of card numbers and of their end', async () => {
  await log('session', '4111111111111111');
  await log('orderId', '41111111-1111-4111-8111-111111111111');
  await expect.poll(() => loki.query('{service_name="payment"}'), soon).toHaveLength(2);
  const logged = Date.now();
  await expect.poll(() => loki.hasEvaluatedSince(logged), soon).toBe(true);
  expect(await firing()).toEqual([]);

  for (const [index, number] of ['4242424242424242', '3782 822463 10005'].entries()) {
    expect(holdsCardNumber(number)).toBe(true);
    await log('card', number);
    await expect.poll(firing, soon).toEqual([`CardNumberLogged payment ${index + 1}`]);
  }
  await expect.poll(() => slack.toldSince(0), soon).toBeGreaterThan(0);
  expect(await slack.untilResolved(0, overWithin)).toBeGreaterThan(0);
  expect(await firing()).toEqual([]);
}, 300_000);
