import { type Store, withPostgres } from '@faultline/stores';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFirstLocks } from '../../src/incidents/first-locks';
import { connectTo } from '../connect';
import { person } from '../incidents-for-test';
import { after, explained, turned } from './shop-in-trouble';

let store: Store;
beforeAll(async () => {
  store = await withPostgres();
});
afterAll(() => store.stop());

const connect = () => connectTo(store.url);

it('tells who holds the lock that statements of the suspect wait for, as long as the incident lasts, and keeps it', async () => {
  const [holder, waiter] = [await connect(), await connect()];
  await holder.query('create table items (id int primary key)');
  await holder.query('begin');
  await holder.query('lock table items');
  const waiting = waiter.query('select count(*) from items');
  const trouble = {
    storeUrl: (name: string) => (name === 'product-data' ? store.url : undefined),
    alerts: [{ component: 'product-data', name: 'StoreSlow' }],
  } as const;
  await expect
    .poll(async () => (await explained(trouble)).said('lock'))
    .toMatch(
      /^In product-data one statement waits for a lock, for up to \S+ s: process \d+ holds it \(idle in transaction, “lock table items”\)\.$/,
    );
  expect((await explained({ ...trouble, over: true })).said('lock')).toBeUndefined();
  const { incident, sources, again } = await explained(trouble);
  const { refresh } = createFirstLocks(sources.incidents, trouble.storeUrl);
  const kept = () => sources.incidents.historyOf(incident.id).filter(({ kind }) => kind === 'lock');
  let now = incident.since;
  await expect
    .poll(async () => {
      now += 10_000;
      await refresh(now);
      return kept();
    })
    .toMatchObject([
      {
        component: 'product-data',
        words: expect.stringMatching(
          /^In product-data one statement waited for a lock, for up to \S+ s: process \d+ held it \(idle in transaction, “lock table items”\)\.$/,
        ),
      },
    ]);
  await holder.query('rollback');
  await waiting;
  expect((await explained(trouble)).said('lock')).toBeUndefined();
  sources.incidents.resolve(incident.id, person('ada'));
  await refresh(now + 10_000);
  expect(kept()).toHaveLength(1);
  const { claims } = await again();
  expect(claims.find(({ kind }) => kind === 'lock')?.words).toBe(kept()[0]?.words);
});

it('says nothing of a database that cannot be asked', async () => {
  const known = await explained({
    storeUrl: () => 'postgresql://nobody:nobody@127.0.0.1:1/none',
    states: [turned('product-data', after(2), '100 % of its operations fail', { rule: 'store' })],
    alerts: [{ component: 'product-data', name: 'StoreUnreachable' }],
  });
  expect(known.said('lock')).toBeUndefined();
  expect(known.said('since')).toContain('it still lasts');
});
