import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientOf, healthPath } from '@faultline/contracts';
import { type AlertmanagerMessage, consoleRoutes } from '@faultline/contracts/console';
import { callerOf } from '@faultline/contracts/testing';
import { encodeLogs, encodeSpans } from '@faultline/otlp';
import { log, span } from '@faultline/otlp/testing';
import { defineService } from '@faultline/service';
import {
  fetchWhole,
  type ServiceForTest,
  startForTest,
  startProcessForTest,
} from '@faultline/service/testing';
import { freePort } from '@faultline/stores';
import { Type } from 'typebox';
import { expect, it, onTestFinished } from 'vitest';
import { scratchDirectory } from './scratch';
import { startSlack } from './slack-for-test';

const cartService = defineService({
  name: 'cart',
  config: Type.Object({}),
  build: async () => undefined,
});

/** A console that watches cart, which keeps its directory when it is started again. */
const consoleOf = (cart: ServiceForTest, environment: NodeJS.ProcessEnv) => {
  const directory = scratchDirectory();
  const services = [{ name: 'cart', url: cart.url, adminUrl: cart.adminUrl }];
  const start = async () => {
    const console_ = await startProcessForTest({
      arguments: [
        ...['--conditions=@faultline/source', '-r', 'ts-node/register/transpile-only'],
        'src/main.ts',
      ],
      cwd: join(__dirname, '..'),
      environment: {
        CONSOLE_DIRECTORY: directory,
        CONSOLE_SERVICES: JSON.stringify(services),
        ...environment,
      },
    });
    onTestFinished(console_.stop);
    await console_.untilReady();
    return { console: console_, api: clientOf(consoleRoutes, callerOf(console_.url)) };
  };
  return { directory, start };
};

it('a killed console starts again with what it had', { timeout: 120_000 }, async () => {
  const cart = await startForTest(cartService);
  onTestFinished(() => cart.stop());
  const intakePort = await freePort();
  const { directory, start } = consoleOf(cart, { INTAKE_PORT: String(intakePort) });
  const send = (signal: 'traces' | 'logs', body: Uint8Array) =>
    fetchWhole(`http://127.0.0.1:${intakePort}/v1/${signal}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-protobuf' },
      body: Buffer.from(body),
    });

  const first = await start();
  const health = await (await fetchWhole(first.console.url + healthPath)).json();
  expect(health).toMatchObject([
    { Name: 'console', Status: 'OK' },
    { Name: 'telemetry-store', Status: 'OK' },
  ]);
  await send('traces', encodeSpans([span({ start: Date.now() - 10, end: Date.now() })]));
  await send('logs', encodeLogs([log({ time: Date.now(), level: 'error' })]));
  const stored = (api: typeof first.api) => async () => {
    const { spans, logs } = await api.status({});
    return [spans, logs];
  };
  const states = (api: typeof first.api, to: number) => async () => {
    const { items } = await api.states({ query: { from: 0, to, limit: 1000 } });
    return items.filter(({ component }) => component === 'cart').map(({ state }) => state);
  };
  await expect.poll(stored(first.api)).toEqual([1, 1]);
  await expect.poll(() => states(first.api, Date.now())()).toContain('green');
  const params = { id: 1 };
  const firing = (labels: Record<string, string>, startsAt: number): AlertmanagerMessage => ({
    version: '4',
    alerts: [{ status: 'firing', labels, startsAt: new Date(startsAt).toISOString() }],
  });
  await first.api.receiveAlerts({
    body: firing({ alertname: 'CartFull', component: 'cart' }, Date.now()),
  });
  await first.api.resolveIncident({ params, body: { by: 'ada' } });
  const findings = () => readFile(join(directory, 'events', 'findings.jsonl'), 'utf8');
  await expect.poll(findings, { timeout: 30_000 }).toContain('"incident":1');
  await first.api.receiveAlerts({
    query: { expireAfter: 3 },
    body: firing({ alertname: 'DiskFills' }, Date.now() - 60_000),
  });
  const killedAt = Date.now();
  first.console.kill('SIGKILL');
  await first.console.ended;

  // While it compiles, it may be too busy to respond.
  const { api } = await start();
  await expect.poll(stored(api)).toEqual([1, 1]);
  await expect.poll(states(api, killedAt)).toContain('green');
  expect((await api.incident({ params })).incident).toMatchObject({
    state: 'resolved',
    resolvedBy: { kind: 'person', name: 'ada' },
  });
  expect(await findings()).toContain('"incident":1');
  // Nobody has told of it since the console looked last.
  const toldUntil = async () => (await api.incident({ params: { id: 2 } })).incident.resolved;
  await expect.poll(toldUntil, { timeout: 30_000 }).toBeLessThanOrEqual(killedAt);
});

it('a console killed during an incident has its whole time line again, and tells Slack once what it could not tell', {
  timeout: 120_000,
}, async () => {
  const slack = await startSlack();
  slack.status = 503;
  const cart = await startForTest(cartService);
  onTestFinished(() => cart.stop());
  const { start } = consoleOf(cart, { INTAKE_PORT: '0', SLACK_WEBHOOK_URL: slack.url });
  const first = await start();
  const within = { timeout: 30_000 };
  const params = { id: 1 };
  const firing = async ({ api }: typeof first) => {
    const { items } = await api.incidents({ query: {} });
    return items.map(({ id, component, alerts }) => [
      id,
      component,
      alerts.map(({ name }) => name),
    ]);
  };
  const stateOfCart = async () => {
    const { items } = await first.api.states({ query: { from: 0, to: Date.now(), limit: 1000 } });
    return items.findLast(({ component }) => component === 'cart')?.state;
  };
  await expect.poll(stateOfCart, within).toBe('green');
  await cart.stop();
  await expect.poll(() => firing(first), within).toEqual([[1, 'cart', ['ServiceDown']]]);
  await first.api.acknowledgeIncident({ params, body: { by: 'ada' } });
  await first.api.commentIncident({ params, body: { by: 'ada', text: 'it does not start' } });
  await expect.poll(() => slack.attempts, within).toBeGreaterThan(0);
  first.console.kill('SIGKILL');
  await first.console.ended;
  expect(slack.heard).toEqual([]);

  slack.status = 200;
  const second = await start();
  await expect.poll(() => slack.heard.length, within).toBe(1);
  expect(slack.heard[0]).toContain('Incident 1 (page), acknowledged');
  expect(await firing(second)).toEqual([[1, 'cart', ['ServiceDown']]]);
  const { incident, timeline } = await second.api.incident({ params });
  expect(incident).toMatchObject({
    ...{ state: 'acknowledged', acknowledgedBy: { kind: 'person', name: 'ada' } },
    alerts: [expect.not.objectContaining({ resolved: expect.anything() })],
  });
  const done = timeline.filter(({ kind }) => kind !== 'state' && kind !== 'change');
  expect(done).toMatchObject([
    { kind: 'alert', component: 'cart' },
    { kind: 'acknowledged', by: { name: 'ada' } },
    { kind: 'comment', words: 'it does not start' },
  ]);
  // What is told next shows that nothing was told twice meanwhile.
  await second.api.resolveIncident({ params, body: { by: 'ada' } });
  await expect.poll(() => slack.heard.at(-1), within).toContain('Incident 1 (page), resolved');
  expect(slack.heard).toHaveLength(2);
});
