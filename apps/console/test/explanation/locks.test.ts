import { type Store, withPostgres } from '@faultline/stores';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectTo } from '../connect';
import { after, explained, turned } from './shop-in-trouble';

let store: Store;
beforeAll(async () => {
  store = await withPostgres();
});
afterAll(() => store.stop());

const connect = () => connectTo(store.url);

it('tells who holds the lock that statements of the suspect wait for, as long as the incident lasts', async () => {
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
  await holder.query('rollback');
  await waiting;
  expect((await explained(trouble)).said('lock')).toBeUndefined();
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
