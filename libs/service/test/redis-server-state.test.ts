import { startRedis } from '@faultline/stores';
import { Redis } from 'ioredis';
import { expect, it, onTestFinished, vi } from 'vitest';
import { primaryState } from '../src/redis/server-state';
import { movingAddress } from './moving-address';

it('nothing is said of a server whose response to INFO is lost, also when it takes the next write', async () => {
  const store = await startRedis({});
  onTestFinished(() => store.stop());
  const address = await movingAddress(store);
  const redis = new Redis(address.port, { commandTimeout: 300, enableReadyCheck: false });
  onTestFinished(() => redis.disconnect());
  expect(await primaryState(redis, 'shelf-data')).toMatchObject({ refusal: undefined });

  address.pause();
  const info = vi.spyOn(redis, 'info');
  const state = primaryState(redis, 'shelf-data');
  info.mock.results[0]?.value.catch(address.resume);
  await expect(state).rejects.toThrow('Command timed out');
});
