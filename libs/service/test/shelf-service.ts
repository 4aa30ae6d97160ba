import { Type } from 'typebox';
import type { ServiceApp } from '../src';
import { connectRedis } from '../src/redis';
import type { ServiceForTest } from '../src/testing';
import { startFixture } from './fixture';

/** A service that keeps values by name in the store `shelf-data`. */
export const startShelf = (url: string, replicaUrl?: string): Promise<ServiceForTest> =>
  startFixture(async (app: ServiceApp) => {
    const store = connectRedis(app, 'shelf-data', url, { replicaUrl });
    const schema = { params: Type.Object({ name: Type.String() }) };
    app.routes(async (http) => {
      http.get('/values/:name', { schema }, async ({ params }) => ({
        value: await store.read('get', (redis) => redis.get(params.name)),
      }));
      http.put('/values/:name', { schema }, async ({ params }) => ({
        value: await store.write('set', (redis) => redis.set(params.name, 'kept')),
      }));
      http.put('/both/:name', { schema }, async ({ params: { name } }) => ({
        value: await store.write('multi', (redis) =>
          redis.multi().set(name, 'kept').expire(name, 60).exec(),
        ),
      }));
      http.put('/script/:name', { schema }, async ({ params: { name } }) => ({
        value: await store.write('eval', (redis) =>
          redis.eval("return redis.call('set', KEYS[1], 'kept')", 1, name),
        ),
      }));
      http.get('/next', async () => ({
        value: await store.write('blpop', (redis) => redis.blpop('queue', 0)),
      }));
      http.get('/wrong/:name', { schema }, ({ params }) =>
        store.read('incrby', async (redis) => redis.call('incrby', 'number', params.name)),
      );
    }, {});
  });
