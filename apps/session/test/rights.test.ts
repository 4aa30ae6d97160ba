import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { withRedisUser } from '@faultline/stores';
import { expect, it, onTestFinished } from 'vitest';
import { startSession } from './fixture';

const user = readFileSync(resolve(__dirname, '../redis-user.acl'), 'utf8');

it('needs only the Redis rights in redis-user.acl', async () => {
  const store = await withRedisUser(user);
  onTestFinished(() => store.stop());
  const sessions = await startSession({ REDIS_URL: store.url });
  onTestFinished(() => sessions.stop());
  const { id } = await sessions.created();
  expect((await sessions.read(id)).status).toBe(200);
  expect(sessions.logged('redis-rights-missing')).toEqual([]);
});
