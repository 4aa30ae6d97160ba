import { describe, expect, it } from 'vitest';
import { describeSql } from '../src';

describe('describeSql', () => {
  it.each([
    ['select id from products where id = $1', 'SELECT', 'products'],
    ['SELECT count(*) FROM ONLY charges', 'SELECT', 'charges'],
    ['insert into charges (id) values ($1)', 'INSERT', 'charges'],
    ['update charges set state = $1', 'UPDATE', 'charges'],
    ['delete from sandbox_provider.charges', 'DELETE', 'sandbox_provider.charges'],
    ['\n  select *\n  from\n  products', 'SELECT', 'products'],
    ['begin', 'BEGIN', undefined],
    ['select 1', 'SELECT', undefined],
    ['', 'UNKNOWN', undefined],
  ])('names the verb and the table of %j', (text, operation, collection) => {
    expect(describeSql(text)).toEqual({ operation, collection });
  });

  it('describes more statements than its cache holds', () => {
    for (let number = 0; number < 600; number += 1)
      expect(describeSql(`select 1 from table_${number}`).collection).toBe(`table_${number}`);
  });
});
