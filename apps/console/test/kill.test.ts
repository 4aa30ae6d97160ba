import { join } from 'node:path';
import { clientOf } from '@faultline/contracts';
import { consoleRoutes } from '@faultline/contracts/console';
import { callerOf } from '@faultline/contracts/testing';
import { encodeLogs, encodeSpans } from '@faultline/otlp';
import { defineService } from '@faultline/service';
import { fetchWhole, startForTest, startProcessForTest } from '@faultline/service/testing';
import { freePort } from '@faultline/stores';
import { Type } from 'typebox';
import { expect, it, onTestFinished } from 'vitest';
import { scratchDirectory } from './scratch';
import { log, span } from './telemetry';

const cartService = defineService({
  name: 'cart',
  config: Type.Object({}),
  build: async () => undefined,
});

it('a killed console starts again with what it had', { timeout: 120_000 }, async () => {
  const cart = await startForTest(cartService);
  onTestFinished(() => cart.stop());
  const intakePort = await freePort();
  const environment = {
    CONSOLE_DIRECTORY: scratchDirectory(),
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
  await send('traces', encodeSpans([span()]));
  await send('logs', encodeLogs([log({ level: 'error' })]));
  const stored = () => first.api.status({}).then(({ spans, logs }) => [spans, logs]);
  await expect.poll(stored).toEqual([1, 1]);
  const isGreen = async () => {
    const { items } = await first.api.states({ query: { from: 0 } });
    return items.some(({ component, state }) => component === 'cart' && state === 'green');
  };
  await expect.poll(isGreen).toBe(true);
  const killedAt = Date.now();
  first.console.kill('SIGKILL');
  await first.console.ended;

  const { api } = await start();
  expect(await api.status({})).toMatchObject({ spans: 1, logs: 1 });
  const { items } = await api.states({ query: { from: 0, to: killedAt } });
  expect(items.filter(({ component }) => component === 'cart').map(({ state }) => state)).toContain(
    'green',
  );
});
