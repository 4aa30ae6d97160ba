import { Type } from 'typebox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defineService } from '../src';
import { startForTest } from '../src/testing';

const start = async (name: 'cart' | 'console') => {
  const service = await startForTest(
    defineService({
      name,
      config: Type.Object({}),
      build: async ({ http }) => {
        http.get('/', async () => 'here');
      },
    }),
    {},
    { wait: false },
  );
  onTestFinished(() => service.stop());
  return service;
};

/** Keeps the event loop from anything else. */
const block = (milliseconds: number): void => {
  const end = Date.now() + milliseconds;
  while (Date.now() < end);
};

describe('while the event loop is late', () => {
  it('for less than two seconds a service refuses nothing', { timeout: 30_000 }, async () => {
    const service = await start('cart');
    for (let round = 0; round < 4; round++) {
      block(1_300);
      expect((await service.get('/')).status).toBe(200);
    }
  });

  it('a service refuses requests, but not a tool that people watch the overload with', {
    timeout: 60_000,
  }, async () => {
    const [shedding, watched] = [await start('cart'), await start('console')];
    const statuses = async () => {
      block(2_500);
      const responses = await Promise.all([shedding, watched].map(({ url }) => fetch(url)));
      for (const response of responses) await response.arrayBuffer();
      return responses.map(({ status }) => status);
    };
    await expect.poll(statuses, { timeout: 50_000, interval: 0 }).toEqual([503, 200]);
  });
});
