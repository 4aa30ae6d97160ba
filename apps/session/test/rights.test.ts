import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Session } from '@faultline/contracts';
import { withRedisUser } from '@faultline/stores';
import { Parse } from 'typebox/value';
import { expect, it, onTestFinished } from 'vitest';
import { logged, startSession } from './fixture';

const documentation = readFileSync(resolve(__dirname, '../../../docs/architecture.md'), 'utf8');

/** The command by which the documentation gives the user of a service his rights. */
const documentedUser = (name: string): string =>
  new RegExp(`ACL SETUSER ${name} .*`).exec(documentation)?.[0] ?? '';

it('works with no more rights in Redis than the documentation says', async () => {
  const store = await withRedisUser(documentedUser('session'));
  onTestFinished(() => store.stop());
  const sessions = await startSession({ REDIS_URL: store.url });
  onTestFinished(() => sessions.stop());
  const created = await sessions.create();
  expect(created.status).toBe(201);
  const { id } = Parse(Session, await created.json());
  expect((await sessions.read(id)).status).toBe(200);
  expect(logged()).not.toContain('redis-rights-missing');
});
