import { outsideServer } from '@faultline/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayFixture, startGateway } from './fixture';

const api = outsideServer();
let service: GatewayFixture;

beforeAll(async () => {
  api.get('/api/echo', async ({ headers }) => ({ from: headers['x-forwarded-for'] }));
  // Without a HOST, it listens at the addresses of both families.
  service = await startGateway(await api.listen({ host: '127.0.0.1', port: 0 }), {}, { HOST: '' });
});
afterAll(async () => {
  await service?.stop();
  await api.close();
});

describe('a client of a dual-stack socket', () => {
  const seenFrom = async (headers: Record<string, string> = {}): Promise<unknown> => {
    const { port } = new URL(service.url);
    return (await fetch(`http://127.0.0.1:${port}/api/echo`, { headers })).json();
  };

  it('has a plain IPv4 address, even if the socket reports an IPv4-mapped one', async () => {
    expect(await seenFrom()).toEqual({ from: '127.0.0.1' });
  });

  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:DB8:0::9', '2001:db8::9'],
  ])('is believed to be %s by a trusted proxy, and is %s', async (said, from) => {
    expect(await seenFrom({ 'x-forwarded-for': said })).toEqual({ from });
  });
});
