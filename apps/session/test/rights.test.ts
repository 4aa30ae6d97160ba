import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Session } from '@faultline/contracts';
import { withRedisUser } from '@faultline/stores';
import { Parse } from 'typebox/value';
import { expect, it, onTestFinished } from 'vitest';
import { logged, startSession } from './fixture';

const user = readFileSync(resolve(__dirname, '../redis-user.acl'), 'utf8');

it('works with no more rights in Redis than its file of them gives', async () => {
  const store = await withRedisUser(user);
  onTestFinished(() => store.stop());
  const sessions = await startSession({ REDIS_URL: store.url });
  onTestFinished(() => sessions.stop());
  const created = await sessions.create();
  expect(created.status).toBe(201);
  const { id } = Parse(Session, await created.json());
  expect((await sessions.read(id)).status).toBe(200);
  expect(logged()).not.toContain('redis-rights-missing');
});
