import { type Store, withPostgres } from '@faultline/stores';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../src/postgres/rows';
import { eventually } from './fixture';
import { migrationOf, startNotes } from './notes-service';

const Order = Type.Object({
  id: Type.String(),
  total: Type.Object({ amount: Type.Integer() }, { additionalProperties: false }),
});

describe('rows', () => {
  it('are returned if each matches the shape', () => {
    const rows = [
      { id: 'one', total: { amount: 1 } },
      { id: 'two', total: { amount: 2 } },
    ];
    expect(rowsOf('orders', Order, rows)).toEqual(rows);
  });

  it.each([
    ['of another type', { id: 4242, total: { amount: 1 } }, 'column id must be string'],
    ['that is null', { id: null, total: { amount: 1 } }, 'column id must be string'],
    [
      'that is wrong inside',
      { id: 'x', total: { amount: '4242' } },
      'column total must be integer',
    ],
    [
      'with more than it may hold',
      { id: 'x', total: { amount: 1, 4242: 1 } },
      'column total must not have additional properties',
    ],
    ['that is not there', { id: '4242' }, 'must have required properties total'],
  ])('with a column %s name the store and the column, and no value', (_, row, reason) => {
    const fits = { id: 'one', total: { amount: 1 } };
    const read = () => rowsOf('orders', Order, [fits, row]);
    expect(read).toThrow(`orders: a row does not fit: ${reason}`);
    expect(read).not.toThrow(/4242/);
  });
});

describe('a service whose table differs from its statements', () => {
  let store: Store;
  beforeAll(async () => {
    store = await withPostgres();
  });
  afterAll(() => store.stop());

  it('responds with 500 and logs the store and the column, but no value', async () => {
    const service = await startNotes(store.url, {
      migrations: await migrationOf('create table notes (text integer)'),
      afterMigration: (database) => database.query('insert into notes values ($1)', [424_242]),
    });
    await eventually(service.ready).toBe(200);
    const response = await service.get('/notes');
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('internal-error');
    expect(service.logged('http-request-failed')).toMatchObject([
      { err: { message: 'notes-data: a row does not fit: column text must be string' } },
    ]);
    expect(JSON.stringify(service.lines)).not.toContain('424242');
  });
});
