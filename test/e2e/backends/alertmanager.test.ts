import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { clientOf } from '@faultline/contracts';
import { consoleRoutes } from '@faultline/contracts/console';
import { callerOf } from '@faultline/contracts/testing';
import { prometheusRules } from '@faultline/dashboards';
import { type ProcessForTest, startProcessForTest } from '@faultline/service/testing';
import { freePort } from '@faultline/stores';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAlertmanager } from '../src/backends/alertmanager';
import { startPrometheus } from '../src/backends/prometheus';

const Message = Type.Object({
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
/** Whether payments of the one service fail, and whether a database that they do not need has few connections left. */
let failing = false;
let usedRatio = 0.1;
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
const paymentMetrics = (): string => {
  counted[failing ? 'failed' : 'succeeded'] += 10;
  return `${[
    `build_info{${identity}} 1`,
    ...Object.entries(counted).map(
      ([outcome, count]) => `payments_total{${identity},outcome="${outcome}"} ${count}`,
    ),
  ].join('\n')}\n`;
};

const storeMetrics = (): string =>
  `postgres_connections_used_ratio{service_name="console",service_namespace="shop",db_namespace="product-data"} ${usedRatio}\n`;

const token = 'a-token-for-this-test';
let startConsole: () => Promise<ProcessForTest>;
/** A console that watches nothing itself. */
let console_: ProcessForTest;
let consoleUrl: string;
let alertmanager: Awaited<ReturnType<typeof startAlertmanager>>;

const incidents = async () => {
  const client = clientOf(consoleRoutes, callerOf(consoleUrl));
  return (await client.incidents({ query: {} })).items;
};

beforeAll(async () => {
  const receiver = await serve((path, body) => {
    const [, channel] = /^\/slack\/(\w+)$/.exec(path) ?? [];
    if (channel === undefined) {
      switchCalls += 1;
      return '';
    }
    const { attachments } = Parse(Message, JSON.parse(body));
    for (const { title, title_link, text: words, color } of attachments)
      messages.push({ channel, title, link: title_link, text: words, color });
    return 'ok';
  });
  const payment = await serve(paymentMetrics);
  const store = await serve(storeMetrics);
  const directory = await mkdtemp(join(tmpdir(), 'faultline-alertmanager-'));
  cleanup.defer(() => rm(directory, { recursive: true }));
  // The same after it was killed.
  const port = String(await freePort());
  consoleUrl = `http://127.0.0.1:${port}`;
  startConsole = () =>
    startProcessForTest({
      arguments: [join(__dirname, '../../../apps/console/dist/main.js')],
      environment: {
        PORT: port,
        INTAKE_PORT: '0',
        CONSOLE_DIRECTORY: directory,
        CONSOLE_TOKEN: token,
        SERVICE_NAMESPACE: 'shop',
      },
    });
  console_ = await startConsole();
  cleanup.defer(() => console_.stop());
  await console_.untilReady();
  alertmanager = await startAlertmanager({
    slackUrls: { pages: `${receiver}/slack/pages`, tickets: `${receiver}/slack/tickets` },
    console: { url: consoleUrl, token, repeatSeconds: 5 },
    deadMansSwitchUrl: `${receiver}/switch`,
  });
  cleanup.defer(alertmanager.stop);
  const prometheus = await startPrometheus({
    jobs: Object.entries({ payment, store }).map(([name, url]) => ({
      job_name: name,
      static_configs: [{ targets: [new URL(url).host] }],
    })),
    rules: prometheusRules(1),
    alertmanager: alertmanager.url,
  });
  cleanup.defer(prometheus.stop);
});

afterAll(() => cleanup.disposeAsync());

/** Has nobody told of a component any more. */
const silence = async (component: string): Promise<void> => {
  const now = Date.now();
  const response = await fetch(`${alertmanager.url}/api/v2/silences`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      matchers: [{ name: 'component', value: component, isRegex: false, isEqual: true }],
      startsAt: new Date(now).toISOString(),
      endsAt: new Date(now + 3_600_000).toISOString(),
      createdBy: 'ada',
      comment: 'planned',
    }),
  });
  expect(response.status, await response.text()).toBe(200);
};

const within = { timeout: 180_000, interval: 500 };
const ofPayments = () => messages.filter((message) => message.text.includes('Payments fail'));
const ofStore = () => messages.filter((message) => message.text.includes('few connections left'));

it('tells Slack that payments fail and that they succeed again, and the switch that it works', async () => {
  await expect.poll(() => switchCalls, within).toBeGreaterThan(0);
  expect(ofPayments()).toEqual([]);

  failing = true;
  await expect.poll(() => ofPayments().length, within).toBeGreaterThan(0);
  const [fired] = ofPayments();
  expect(fired).toMatchObject({
    channel: 'pages',
    title: expect.stringMatching(/^Page: payment in shop \(\d+ alerts?\)$/),
    link: 'http://console/components/payment',
    color: 'danger',
  });
  expect(fired?.text).toContain(
    'this holds for 15 s: at least 3 and more than 5 % of the payments end as failed within 60 s',
  );
  expect(fired?.text).toMatch(/Value: (100|\d\d(\.\d+)?)%\./);
  expect(fired?.text).toContain(
    '<http://grafana/d/faultline-service?var-service=payment&var-installation=shop|Grafana>',
  );
  expect(fired?.text).toMatch(/Since \d+ \w+ \d\d:\d\d:\d\d UTC/);
  expect(fired?.text).toContain('<http://docs/docs/runbooks/PaymentsFailing.md|Runbook>');

  failing = false;
  const resolved = () =>
    ofPayments().filter(({ text: words }) => /From [\d:]+ to [\d:]+ UTC/.test(words));
  await expect.poll(() => resolved().length, within).toBeGreaterThan(0);
}, 420_000);

it('opens two incidents at once in the console, which keeps them when it is killed, and resolves them', async () => {
  failing = true;
  usedRatio = 0.95;
  const open = async () =>
    (await incidents())
      .filter(({ state }) => state !== 'resolved')
      .map(({ component, priority }) => `${priority} ${component}`)
      .sort();
  await expect.poll(open, within).toEqual(['page payment', 'ticket product-data']);
  await expect.poll(ofStore, within).toMatchObject([
    {
      channel: 'tickets',
      title: 'Ticket: product-data in shop (1 alert)',
      text: expect.stringContaining('Value: 95%.'),
    },
  ]);
  expect(ofStore()[0]?.text).toContain(
    '<http://grafana/d/faultline-stores?var-store=product-data&var-installation=shop|Grafana>',
  );
  const [payment] = (await incidents()).filter(({ component }) => component === 'payment');
  const acknowledged = await fetch(`${consoleUrl}/api/incidents/${payment?.id}/acknowledge`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ by: 'ada' }),
  });
  expect(acknowledged.status, await acknowledged.text()).toBe(200);

  console_.kill('SIGKILL');
  await console_.ended;
  // Of a silenced alert Alertmanager does not tell the end; of the other it has to tell it to a console that is not there.
  await silence('product-data');
  failing = false;
  usedRatio = 0.1;
  console_ = await startConsole();
  await console_.untilReady();

  const ends = async () => {
    const found = (await incidents()).filter(({ since }) => since >= (payment?.since ?? 0));
    return found
      .map(({ component, state, resolvedBy, acknowledgedBy }) =>
        [component, state, resolvedBy?.kind, acknowledgedBy?.name].join(' ').trim(),
      )
      .sort();
  };
  await expect
    .poll(ends, within)
    .toEqual(['payment resolved recovery ada', 'product-data resolved expiry']);
}, 420_000);
