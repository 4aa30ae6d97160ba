import { describe, expect, it } from 'vitest';
import { type Condition, parseQuery, QueryError } from '../src';

const is = (
  field: string,
  operator: '=' | '>' | '>=' | '<=' | '<' | '!=',
  value: string | number | boolean,
): Condition => ({ field, operator, value });

const isLike = (field: string, value: string): Condition => ({ field, operator: 'like', value });

describe('a query', () => {
  it.each<[string, Condition]>([
    ['', { all: [] }],
    ['service:cart', is('service', '=', 'cart')],
    ['http.response.status_code:>=500', is('http.response.status_code', '>=', 500)],
    ['http.response.status_code:500', is('http.response.status_code', '=', 500)],
    ['code:"500"', is('code', '=', '500')],
    ['retry:true', is('retry', '=', true)],
    ['status:error', is('status', '=', 'ERROR')],
    ['name:GET*', isLike('name', 'GET*')],
    ['name:"GET *"', is('name', '=', 'GET *')],
    ['refused', isLike('text', '*refused*')],
    ['"connection refused"', { field: 'text', operator: 'contains', value: 'connection refused' }],
    ['"select * from"', { field: 'text', operator: 'contains', value: 'select * from' }],
    ['-service:cart', { not: is('service', '=', 'cart') }],
    ['NOT (a:1 OR b:2)', { not: { any: [is('a', '=', 1), is('b', '=', 2)] } }],
    ['a:1 b:2', { all: [is('a', '=', 1), is('b', '=', 2)] }],
    ['duration:[100 TO 500}', { all: [is('duration', '>=', 100), is('duration', '<', 500)] }],
    ['product:*', { any: [is('product', '=', ''), is('product', '!=', '')] }],
    ['"odd key":1', is('odd key', '=', 1)],
    ['a:1 b:2 c:3', { all: [is('a', '=', 1), is('b', '=', 2), is('c', '=', 3)] }],
    ['duration:>200ms', is('duration', '>', 200)],
    ['duration:<2s', is('duration', '<', 2_000)],
    ['duration:500us', is('duration', '=', 0.5)],
    ['duration:>="1.5s"', is('duration', '>=', 1_500)],
    ['name:007', is('name', '=', '007')],
    ['service:true', is('service', '=', 'true')],
    ['1.0', isLike('text', '*1.0*')],
    ['a:"*"', is('a', '=', '*')],
    ['a:**', { any: [is('a', '=', ''), is('a', '!=', '')] }],
    [`trace:${'0'.repeat(31)}1`, is('trace', '=', `${'0'.repeat(31)}1`)],
    ['span:*', is('span', '!=', '')],
  ])('%s', (query, condition) => {
    expect(parseQuery(query)).toEqual(condition);
  });

  it.each([
    ['service:(cart OR product)', 'the query cannot be read from character 9: "(cart OR product)"'],
    ['a = b', 'the query cannot be read from character 3: "= b"'],
    ['(a:1', 'the query ends too early'],
    ['url.path:/products/{id}', 'a value with / needs quotes'],
    ['status:', 'status needs a value'],
    ['a:null', 'a needs a value'],
    ['name:/re.x/i', 'name cannot be a regular expression: * stands for any text'],
    ['duration:>200min', 'duration is a number of milliseconds, or has a unit, as in 200us'],
    ['duration:2*', 'duration is a number of milliseconds'],
    ['duration:true', 'duration is a number of milliseconds'],
    ['start:>yesterday', 'start is a number of milliseconds since 1970'],
    ['trace:abc*', 'trace is an id of 32 hexadecimal digits'],
    ['span:12', 'span is an id of 16 hexadecimal digits'],
    ['x'.repeat(501), 'the query has more than 500 characters'],
  ])('is refused with a reason: %s', (query, reason) => {
    expect(() => parseQuery(query)).toThrow(QueryError);
    expect(() => parseQuery(query)).toThrow(reason);
  });
});
