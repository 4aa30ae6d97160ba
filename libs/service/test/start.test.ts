import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { spawnService } from './service-process';

/** The port of a server, for one test. */
const holdPort = async (server = createServer()): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return String(typeof address === 'object' && address?.port);
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
    const received: string[] = [];
    const collector = createServer(async (request, response) => {
      received.push(await text(request));
      response.end();
    });
    const port = await holdPort(collector);
    const preloads = ['@faultline/telemetry/register'];
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` };
    const { code, errors } = await (await spawnService(environment, 'failing-service', preloads))
      .ended;
    expect(errors).toMatch(/^cart cannot start: Error: nothing to sell/);
    expect(code).toBe(1);
    expect(received.join()).toContain('service-flags-not-read');
  });
});
