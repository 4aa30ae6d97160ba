import { dashboardFiles } from '@faultline/dashboards';
import { holdsCardNumber } from '@faultline/evidence';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Loki, startLoki } from '../src/backends/loki';

const path = 'deploy/helm/faultline/files/lgtm/loki-rules/faultline.yaml';
const rule = parse(dashboardFiles().get(path) ?? '').groups[0].rules.find(
  ({ labels }: { labels: { service: string } }) => labels.service === 'payment',
);
const soon = { timeout: 20_000, interval: 250 };

let loki: Loki;

beforeAll(async () => {
  loki = await startLoki();
}, 60_000);

afterAll(() => loki.stop());

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

const Vector = Type.Object({
  data: Type.Object({
    result: Type.Array(Type.Object({ value: Type.Tuple([Type.Number(), Type.String()]) })),
  }),
});

/** How many lines the rule has found; none where it does not hold. */
const found = async (): Promise<number> => {
  const parameters = new URLSearchParams({ query: rule.expr });
  const response = await fetch(new URL(`/loki/api/v1/query?${parameters}`, loki.logsUrl));
  const { data } = Parse(Vector, await response.json());
  return Number(data.result[0]?.value[1] ?? 0);
};

it('CardNumberLogged finds card numbers, and takes no identifier for one', async () => {
  await log('session', '4111111111111111');
  await log('orderId', '41111111-1111-4111-8111-111111111111');
  await expect.poll(() => loki.query('{service_name="payment"}'), soon).toHaveLength(2);
  expect(await found()).toBe(0);
  for (const [index, number] of ['4242424242424242', '3782 822463 10005'].entries()) {
    expect(holdsCardNumber(number)).toBe(true);
    await log('card', number);
    await expect.poll(found, soon).toBe(index + 1);
  }
});
