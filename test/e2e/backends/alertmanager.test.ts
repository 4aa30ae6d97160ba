import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { prometheusRules } from '@faultline/dashboards';
import { freePort } from '@faultline/stores';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAlertmanager } from '../src/backends/alertmanager';
import { startPrometheus } from '../src/backends/prometheus';

const Message = Type.Object({
  channel: Type.String(),
  attachments: Type.Array(
    Type.Object({
      title: Type.String(),
      title_link: Type.String(),
      text: Type.String(),
      color: Type.String(),
    }),
  ),
});

const cleanup = new AsyncDisposableStack();
/** What Slack was sent. */
const messages: { channel: string; title: string; link: string; text: string; color: string }[] =
  [];
let switchCalls = 0;
/** Whether payments of the one service fail. */
let failing = false;
const counted = { succeeded: 0, failed: 0 };

const serve = async (respond: (path: string, body: string) => string): Promise<string> => {
  const port = await freePort();
  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'text/plain');
    response.end(respond(request.url ?? '', await text(request)));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  cleanup.defer(() => new Promise<void>((resolve) => server.close(() => resolve())));
  cleanup.defer(() => server.closeAllConnections());
  return `http://127.0.0.1:${port}`;
};

const identity = 'service_name="payment",service_namespace="shop"';

/** The metrics of payment, with ten more payments at each scrape. */
const metrics = (): string => {
  counted[failing ? 'failed' : 'succeeded'] += 10;
  return `${[
    `build_info{${identity}} 1`,
    ...Object.entries(counted).map(
      ([outcome, count]) => `payments_total{${identity},outcome="${outcome}"} ${count}`,
    ),
  ].join('\n')}\n`;
};

beforeAll(async () => {
  const receiver = await serve((path, body) => {
    if (path !== '/slack') {
      switchCalls += 1;
      return '';
    }
    const { channel, attachments } = Parse(Message, JSON.parse(body));
    for (const { title, title_link, text: words, color } of attachments)
      messages.push({ channel, title, link: title_link, text: words, color });
    return 'ok';
  });
  const payment = await serve(metrics);
  const alertmanager = await startAlertmanager({
    slackUrl: `${receiver}/slack`,
    deadMansSwitchUrl: `${receiver}/switch`,
  });
  cleanup.defer(alertmanager.stop);
  const prometheus = await startPrometheus({
    jobs: [{ job_name: 'payment', static_configs: [{ targets: [new URL(payment).host] }] }],
    rules: prometheusRules(1),
    alertmanager: alertmanager.url,
  });
  cleanup.defer(prometheus.stop);
});

afterAll(() => cleanup.disposeAsync());

const within = { timeout: 180_000, interval: 500 };
const ofPayments = () => messages.filter((message) => message.text.includes('Payments fail'));

it('tells Slack that payments fail and that they succeed again, and the switch that it works', async () => {
  await expect.poll(() => switchCalls, within).toBeGreaterThan(0);
  expect(ofPayments()).toEqual([]);

  failing = true;
  await expect.poll(() => ofPayments().length, within).toBeGreaterThan(0);
  const [fired] = ofPayments();
  expect(fired).toMatchObject({
    channel: '#pages',
    title: expect.stringMatching(/^Page: payment \(\d+ alerts?\)$/),
    link: 'http://console/components/payment',
    color: 'danger',
  });
  expect(fired?.text).toContain('more than 5 % of the payments end as failed within 30 s');
  expect(fired?.text).toMatch(/Since \d+ \w+ \d\d:\d\d:\d\d UTC/);
  expect(fired?.text).toContain('<http://docs/docs/runbooks/PaymentsFailing.md|Runbook>');

  failing = false;
  const resolved = () =>
    ofPayments().filter(({ text: words }) => /From [\d:]+ to [\d:]+ UTC/.test(words));
  await expect.poll(() => resolved().length, within).toBeGreaterThan(0);
}, 420_000);
