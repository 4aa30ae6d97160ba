import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientOf, healthPath } from '@faultline/contracts';
import { consoleRoutes } from '@faultline/contracts/console';
import { callerOf } from '@faultline/contracts/testing';
import { encodeLogs, encodeSpans } from '@faultline/otlp';
import { log, span } from '@faultline/otlp/testing';
import { defineService } from '@faultline/service';
import { fetchWhole, startForTest, startProcessForTest } from '@faultline/service/testing';
import { freePort } from '@faultline/stores';
import { Type } from 'typebox';
import { expect, it, onTestFinished } from 'vitest';
import { scratchDirectory } from './scratch';

const cartService = defineService({
  name: 'cart',
  config: Type.Object({}),
  build: async () => undefined,
});

it('a killed console starts again with what it had', { timeout: 120_000 }, async () => {
  const cart = await startForTest(cartService);
  onTestFinished(() => cart.stop());
  const intakePort = await freePort();
  const directory = scratchDirectory();
  const environment = {
    CONSOLE_DIRECTORY: directory,
    CONSOLE_SERVICES: JSON.stringify([{ name: 'cart', url: cart.url, adminUrl: cart.adminUrl }]),
    INTAKE_PORT: String(intakePort),
  };
  const start = async () => {
    const console_ = await startProcessForTest({
      arguments: [
        ...['--conditions=@faultline/source', '-r', 'ts-node/register/transpile-only'],
        'src/main.ts',
      ],
      cwd: join(__dirname, '..'),
      environment,
    });
    onTestFinished(console_.stop);
    await console_.untilReady();
    return { console: console_, api: clientOf(consoleRoutes, callerOf(console_.url)) };
  };
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
  await first.api.receiveAlerts({
    body: {
      version: '4',
      alerts: [
        {
          status: 'firing',
          labels: { alertname: 'CartFull', component: 'cart' },
          startsAt: new Date().toISOString(),
        },
      ],
    },
  });
  await first.api.resolveIncident({ params, body: { by: 'ada' } });
  const findings = () => readFile(join(directory, 'events', 'findings.jsonl'), 'utf8');
  await expect.poll(findings, { timeout: 30_000 }).toContain('"incident":1');
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
});
