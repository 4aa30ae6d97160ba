import { createServer } from 'node:http';
import { startOtlpReceiver } from '@faultline/otlp/testing';
import { listenOnFreePort } from '@faultline/stores';
import { describe, expect, it, onTestFinished } from 'vitest';
import { spawnService } from './service-process';

/** The port of a server, for one test. */
const holdPort = async (): Promise<string> => {
  const server = createServer();
  const port = await listenOnFreePort(server);
  onTestFinished(() => void server.close());
  return String(port);
};

describe('a service that cannot start', { timeout: 90_000 }, () => {
  it('names a variable that is missing in one line', async () => {
    const { code, errors } = await (await spawnService({ CART_URL: undefined })).ended;
    expect(errors).toBe('cart cannot start: CART_URL is not set\n');
    expect(code).toBe(1);
  });

  it.each(['PORT', 'ADMIN_PORT'])(
    'names the port in one line when its %s is taken',
    async (name) => {
      const port = await holdPort();
      const { code, errors } = await (await spawnService({ [name]: port })).ended;
      expect(errors).toBe(`cart cannot start: port ${port} is taken\n`);
      expect(code).toBe(1);
    },
  );

  it('tells all of an error that nobody foresaw', async () => {
    const { code, errors } = await (await spawnService({ HOST: '192.0.2.1' })).ended;
    expect(errors).toMatch(/^cart cannot start: Error: listen EADDRNOTAVAIL[^\n]*\n +at /);
    expect(code).toBe(1);
  });

  it('exports what it has logged before it ends', async () => {
    const receiver = await startOtlpReceiver();
    onTestFinished(receiver.stop);
    const preloads = ['@faultline/telemetry/register'];
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url };
    const { code, errors } = await (await spawnService(environment, 'failing-service', preloads))
      .ended;
    expect(errors).toMatch(/^cart cannot start: Error: nothing to sell/);
    expect(code).toBe(1);
    const [record] = receiver.logs;
    expect(record).toMatchObject({ message: 'service-flags-not-read' });
  });
});
