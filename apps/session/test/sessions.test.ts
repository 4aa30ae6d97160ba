import { Session, sessionRoutes } from '@faultline/contracts';
import { refused } from '@faultline/service/testing';
import { type RedisPair, withRedisPair } from '@faultline/stores';
import { Redis } from 'ioredis';
import { Parse } from 'typebox/value';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SessionFixture, startSession } from './fixture';

const lifetime = 1000;
const unknown = 'A'.repeat(22);

let pair: RedisPair;
let redis: Redis;
let service: SessionFixture;

beforeAll(async () => {
  pair = await withRedisPair();
  redis = new Redis(pair.primary.url);
  service = await startSession({
    REDIS_URL: pair.primary.url,
    REDIS_REPLICA_URL: pair.replica.url,
    SESSION_TTL_SECONDS: String(lifetime),
  });
});

afterAll(async () => {
  await service?.stop();
  redis?.disconnect();
  await pair?.stop();
});

describe('a session', () => {
  it('is created with an id of its own', async () => {
    const response = await service.create();
    expect(response.status).toBe(201);
    const first = Parse(Session, await response.json());
    const second = await service.created();
    expect(second.id).not.toBe(first.id);
    expect(Math.abs(Date.now() - Date.parse(first.createdAt))).toBeLessThan(10_000);
  });

  it('is read by its id, as it was created', async () => {
    const session = await service.created();
    const response = await service.read(session.id);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(session);
  });

  it('that nobody created is unknown', async () => {
    expect(await refused(service.read(unknown))).toEqual({
      status: 404,
      code: 'unknown-session',
      fields: ['x-session-id'],
    });
  });

  it.each([
    ['too short', 'abc'],
    ['too long', 'A'.repeat(23)],
    ['of other characters', `${'A'.repeat(21)}*`],
    ['a Redis pattern', '*'],
    ['empty', ''],
  ])('whose id is %s is refused with the name of the header', async (_, id) => {
    expect(await refused(service.read(id))).toEqual({
      status: 400,
      code: 'invalid-request',
      fields: ['x-session-id'],
    });
  });

  it('without an id is refused with the name of the header', async () => {
    const response = await service.get(sessionRoutes.read.path);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ field: 'x-session-id', message: 'is required' }],
    });
  });

  it('never shows its id in log lines and metrics', async () => {
    const requestId = 'a-request-of-this-test';
    const { id } = await service.created();
    await service.get(sessionRoutes.read.path, { 'x-session-id': id, 'x-request-id': requestId });
    await service.read(unknown);
    await vi.waitFor(() => expect(service.log()).toContain(requestId), 10_000);
    expect(service.log()).not.toContain(id);
    expect(service.log()).not.toContain(unknown);
    expect(await service.metrics()).not.toContain(id);
  });
});

describe('the lifetime of a session', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const later = (seconds: number) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });
  };
  const timeToLive = (id: string) => redis.ttl(`session:${id}`);

  it('is what the configuration says', async () => {
    const { id } = await service.created();
    const left = await timeToLive(id);
    expect(left).toBeGreaterThan(lifetime - 10);
    expect(left).toBeLessThanOrEqual(lifetime);
  });

  it('is not extended by a read within its first tenth', async () => {
    const { id } = await service.created();
    await redis.expire(`session:${id}`, 500);
    later(lifetime / 10 - 10);
    expect((await service.read(id)).status).toBe(200);
    expect(await timeToLive(id)).toBeLessThanOrEqual(500);
  });

  it('is extended by a read after its first tenth, and the session stays the same', async () => {
    const session = await service.created();
    await redis.expire(`session:${session.id}`, 500);
    later(lifetime / 10 + 10);
    const response = await service.read(session.id);
    expect(await response.json()).toEqual(session);
    expect(await timeToLive(session.id)).toBeGreaterThan(lifetime - 10);
  });

  it('is not extended while the store is full: existing sessions stay, and no new one is created', async () => {
    const session = await service.created();
    await redis.expire(`session:${session.id}`, 500);
    later(lifetime / 10 + 10);
    await redis.config('SET', 'maxmemory', '1');
    try {
      const response = await service.create();
      expect(response.headers.get('retry-after')).toBe('1');
      expect(await refused(response)).toMatchObject({
        status: 503,
        code: 'session-data-unavailable',
      });
      const kept = await service.read(session.id);
      expect(kept.status).toBe(200);
      expect(await kept.json()).toEqual(session);
    } finally {
      await redis.config('SET', 'maxmemory', '0');
    }
    expect((await service.create()).status).toBe(201);
  });

  it('ends', async () => {
    const { id } = await service.created();
    await redis.pexpire(`session:${id}`, 1);
    await vi.waitFor(async () => expect((await service.read(id)).status).toBe(404), 10_000);
  });
});
