import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { spawnService } from './service-process';

const holdPort = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1');
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
});
