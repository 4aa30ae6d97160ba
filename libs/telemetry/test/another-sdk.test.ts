import { join } from 'node:path';
import { startOtlpReceiver } from '@faultline/otlp/testing';
import { expect, it } from 'vitest';
import { startTraced } from './traced-process';

it('if another SDK is registered, only its spans are exported, and one log line says so', {
  timeout: 90_000,
}, async () => {
  const receiver = await startOtlpReceiver();
  const service = await startTraced('cart', {
    NODE_OPTIONS: `--require ${join(__dirname, 'fixtures/other-sdk.cjs')}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
  });
  const dependency = await startTraced('product', {});
  await service.send('/things/kettle');
  await dependency.stop();
  const lines = await service.stop();
  await receiver.stop();
  expect(receiver.spans).toEqual([]);
  expect(receiver.logs).toEqual([]);
  expect(lines.map(({ msg }) => msg)).toEqual([
    'telemetry-stepped-aside',
    'service-started',
    'http-request',
  ]);
});
