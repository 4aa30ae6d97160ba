import { createServer } from 'node:http';
import { defineService } from '@faultline/service';
import { startForTest } from '@faultline/service/testing';
import { listenOnFreePort } from '@faultline/stores';
import { createMetrics } from '@faultline/telemetry';
import { serviceNames } from '@faultline/topology';
import { Type } from 'typebox';
import { expect, it, onTestFinished } from 'vitest';
import { type Probes, type ProbesOptions, startProbes } from '../src/probes/probes';

const gateway = (page: { status: number }) =>
  defineService({
    name: 'web-gateway',
    config: Type.Object({}),
    build: async ({ http }) => {
      http.get('/', async (request, reply) => {
        seen.push(request.ip);
        return reply.code(page.status).type('text/html').send('<html></html>');
      });
    },
  });
const seen: string[] = [];

const start = async (options: Partial<ProbesOptions> = {}) => {
  const page = { status: 200 };
  const service = await startForTest(gateway(page));
  onTestFinished(() => service.stop());
  const metrics = createMetrics('1.0.0');
  const { url, adminUrl } = service;
  const probes = startProbes({
    services: [{ name: 'web-gateway', url, adminUrl }],
    metrics,
    ...options,
  });
  onTestFinished(probes.close);
  return { page, service, metrics, probes };
};

const resultOf = (probes: Probes, name: string) =>
  probes.latest().find(({ probe }) => probe === name);

it('checks readiness and the page, and publishes what it found', async () => {
  const { page, probes, metrics } = await start({ grace: 0 });
  await expect.poll(() => resultOf(probes, 'storefront')).toMatchObject({ success: true });
  await expect.poll(() => resultOf(probes, 'web-gateway')).toMatchObject({ success: true });
  expect(seen).toContain('192.0.2.1');
  page.status = 503;
  await expect
    .poll(() => resultOf(probes, 'storefront'))
    .toMatchObject({ success: false, reason: 'it responded 503' });
  const { body } = await metrics.exposition(undefined);
  expect(body).toContain('probe_success{probe="web-gateway"} 1');
  expect(body).toContain('probe_success{probe="storefront"} 0');
  expect(body).toMatch(/probe_checks_total\{probe="storefront",outcome="failed"\} [1-9]/);
  expect(body).toMatch(/probe_duration_seconds\{probe="storefront"\} 0\.\d+/);
});

it('does not use a shop of which a part is still starting', async () => {
  const { page, service } = await start({ grace: 0 });
  const other = await startForTest(gateway(page));
  onTestFinished(() => other.stop());
  const starting = createServer((_, response) => response.writeHead(ready.status).end());
  const ready = { status: 503 };
  const adminUrl = `http://127.0.0.1:${await listenOnFreePort(starting)}`;
  onTestFinished(() => void starting.close());
  const probes = startProbes({
    services: [
      { name: 'web-gateway', url: other.url, adminUrl: other.adminUrl },
      { name: 'cart', url: service.url, adminUrl },
    ],
    metrics: createMetrics('1.0.0'),
  });
  onTestFinished(probes.close);
  await expect.poll(() => resultOf(probes, 'web-gateway')).toMatchObject({ success: true });
  expect(resultOf(probes, 'storefront')).toBeUndefined();
  ready.status = 200;
  await expect.poll(() => resultOf(probes, 'storefront')).toMatchObject({ success: true });
});

it('says at which check a purchase failed', async () => {
  const { probes } = await start({ grace: 0 });
  await expect
    .poll(() => resultOf(probes, 'purchase'))
    .toMatchObject({ success: false, reason: 'check “categories responds with 200”' });
});

it('says nothing of a shop that has not started yet', async () => {
  const { probes, service } = await start();
  await service.stop();
  const other = startProbes({
    services: serviceNames.map((name) => ({ name, url: service.url, adminUrl: service.adminUrl })),
    metrics: createMetrics('1.0.0'),
  });
  const told = startProbes({
    services: [{ name: 'web-gateway', url: service.url, adminUrl: service.adminUrl }],
    metrics: createMetrics('1.0.0'),
    grace: 0,
  });
  await expect
    .poll(() => resultOf(told, 'web-gateway'))
    .toMatchObject({ success: false, reason: 'no response' });
  expect(other.latest()).toEqual([]);
  await Promise.all([other.close(), told.close(), probes.close()]);
});
