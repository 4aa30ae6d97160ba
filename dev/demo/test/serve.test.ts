import { freePort } from '@faultline/stores';
import { describe, expect, it } from 'vitest';
import { prepareServe } from '../src/serve/prepare-serve';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();

const planOf = async (given: Record<string, string>) => {
  const ports = { PORT: String(await freePort()), ADMIN_PORT: String(await freePort()) };
  const demo = await prepareServe('cart', { ...ports, ...given }, { directory: scratch('data') });
  try {
    return { ports, components: demo.components };
  } finally {
    await demo.stop();
  }
};

describe('a served service', () => {
  it('has stores of its own when it is given none, and starts nothing that it calls', async () => {
    const { components } = await planOf({});
    expect(components.map(({ name }) => name)).toEqual(['cart-data', 'cart-data-replica', 'cart']);
  });

  it('has none when it is given one', async () => {
    const { components } = await planOf({ REDIS_URL: 'redis://127.0.0.1:6379' });
    expect(components.map(({ name }) => name)).toEqual(['cart']);
  });

  it('listens where its environment says', async () => {
    const { components, ports } = await planOf({});
    expect(components.at(-1)?.ports.map(String)).toEqual([ports.PORT, ports.ADMIN_PORT]);
    expect(components.at(-1)?.url).toBe(`http://127.0.0.1:${ports.PORT}`);
  });
});
