import { Problem, Session } from '@faultline/contracts';
import { type Store, withRedis } from '@faultline/stores';
import { Redis } from 'ioredis';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SessionFixture, startSession } from './fixture';

let primary: Store;
/** An empty Redis that follows nobody: a replica as far behind as can be. */
let behind: Store;
let service: SessionFixture;

beforeAll(async () => {
  primary = await withRedis();
  behind = await withRedis();
  service = await startSession({ REDIS_URL: primary.url, REDIS_REPLICA_URL: behind.url });
});

afterAll(async () => {
  await service?.stop();
  await behind?.stop();
  await primary?.stop();
});

const created = async (): Promise<Session> => Parse(Session, await (await service.create()).json());

/** How many GET commands a Redis has served. */
const readsFrom = async ({ url }: Store): Promise<number> => {
  const redis = new Redis(url);
  try {
    const calls = /^cmdstat_get:calls=(\d+)/m.exec(await redis.info('commandstats'));
    return Number(calls?.[1] ?? 0);
  } finally {
    redis.disconnect();
  }
};

// The tests follow each other: the replica gets worse, at last the primary is gone, too.
describe('a session is found', () => {
  it('on the primary when the replica has not got it yet', async () => {
    const session = await created();
    const before = [await readsFrom(behind), await readsFrom(primary)];
    expect(await (await service.read(session.id)).json()).toEqual(session);
    const after = [await readsFrom(behind), await readsFrom(primary)];
    expect(after).toEqual(before.map((count) => count + 1));
  });

  it('on the primary when the replica hangs', async () => {
    const session = await created();
    await behind.pause();
    try {
      expect(await (await service.read(session.id)).json()).toEqual(session);
    } finally {
      await behind.resume();
    }
  });

  it('on the primary when the replica is gone, which the health report shows', async () => {
    const session = await created();
    await behind.stop();
    expect(await (await service.read(session.id)).json()).toEqual(session);
    const health = await fetch(`${service.url}/health/status`);
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject([
      { Name: 'session', Status: 'OK' },
      { Name: 'session-data', Status: 'OK' },
      { Name: 'session-data-replica', Status: 'ERROR' },
    ]);
    expect((await fetch(`${service.adminUrl}/-/ready`)).status).toBe(200);
  });

  it('nowhere when the primary is gone, and the answer says so', async () => {
    const { id } = await created();
    await primary.stop();
    for (const response of [await service.read(id), await service.create()]) {
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('1');
      expect(Parse(Problem, await response.json()).code).toBe('session-data-unavailable');
    }
  });
});
