import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Session } from '@faultline/contracts';
import { startRedis } from '@faultline/stores';
import { Redis } from 'ioredis';
import { Parse } from 'typebox/value';
import { expect, it, onTestFinished } from 'vitest';
import { logged, startSession } from './fixture';

const documentation = readFileSync(resolve(__dirname, '../../../docs/architecture.md'), 'utf8');

/** The words after ACL that the documentation gives the user of a service. */
const documentedUser = (name: string): string[] =>
  new RegExp(`ACL (SETUSER ${name} .*)`).exec(documentation)?.[1]?.split(' ') ?? [];

it('works with no more rights in Redis than the documentation says', async () => {
  const store = await startRedis({});
  onTestFinished(() => store.stop());
  const operator = new Redis(store.url);
  await operator.call('ACL', documentedUser('session'));
  operator.disconnect();

  const url = new URL(store.url);
  url.username = 'session';
  url.password = 'PASSWORD';
  const sessions = await startSession({ REDIS_URL: url.href });
  onTestFinished(() => sessions.stop());
  const created = await sessions.create();
  expect(created.status).toBe(201);
  const { id } = Parse(Session, await created.json());
  expect((await sessions.read(id)).status).toBe(200);
  expect(logged()).not.toContain('redis-rights-missing');
});
