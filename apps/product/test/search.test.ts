import { products } from '@faultline/product-catalog';
import { refused } from '@faultline/service/testing';
import { type Store, withPostgres } from '@faultline/stores';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductFixture, startProduct } from './fixture';

let store: Store;
let service: ProductFixture;

beforeAll(async () => {
  store = await withPostgres();
  service = await startProduct(store.url);
});

afterAll(async () => {
  await service?.stop();
  await store?.stop();
});

const found = async (text: string): Promise<string[]> =>
  (await service.search({ query: { q: text, size: 100 } })).items.map(({ name }) => name);

/** Text that breaks what is not careful. */
const oddTexts = [
  "'",
  '"unbalanced',
  "'; drop table products; --",
  '%',
  '_',
  '\\',
  '100%',
  'mug\r\nX-Injected: yes',
  '🫖',
  'm\u0301ug',
  '   ',
  'a & b | !c <-> (d',
  ':*',
  '-',
  'or or or',
  '$1',
  '<script>alert(1)</script>',
  'x'.repeat(200),
  '🫖'.repeat(100),
];

describe('a search', () => {
  it.each(['brass', 'grinder', 'kettle', 'oak'])(
    'puts products with %s in their name before those that only describe it so',
    async (word) => {
      const whole = new RegExp(`\\b${word}s?\\b`, 'i');
      const described = products.filter(({ name, description }) =>
        whole.test(`${name} ${description}`),
      );
      const named = (product: { name: string }) => whole.test(product.name);
      const expected = [
        ...described.filter(named).map(() => true),
        ...described.filter((product) => !named(product)).map(() => false),
      ];
      expect(new Set(expected).size).toBe(2);

      const hits = (await service.search({ query: { q: word, size: 100 } })).items;
      expect(hits.map(named)).toEqual(expected);
      expect(hits.map(({ id }) => id).sort()).toEqual(described.map(({ id }) => id).sort());
    },
  );

  it('finds one by many and many by one', async () => {
    const single = await found('lantern');
    expect(single.length).toBeGreaterThan(1);
    expect(await found('lanterns')).toEqual(single);
    expect(await found('LANTERN')).toEqual(single);
  });

  it('requires every word', async () => {
    const both = await found('enamel kettle');
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan((await found('enamel')).length);
    expect(both.length).toBeLessThan((await found('kettle')).length);
    expect(await found('kettle unicorn')).toEqual([]);
  });

  it('comes in pages, always in the same order', async () => {
    const all = await service.search({ query: { q: 'oak', size: 100 } });
    expect(all.total).toBe(all.items.length);
    expect(all.total).toBeGreaterThan(4);
    const pages = [];
    for (let page = 1; page <= Math.ceil(all.total / 3); page += 1)
      pages.push(await service.search({ query: { q: 'oak', size: 3, page } }));
    expect(pages.flatMap(({ items }) => items)).toEqual(all.items);
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([all.total]));
    const past = await service.search({ query: { q: 'oak', size: 3, page: 9999 } });
    expect(past).toEqual({ items: [], page: 9999, size: 3, total: all.total });
  });

  it.each(['unicorn', 'the', 'and of'])('finds nothing for %j', async (text) => {
    expect(await service.search({ query: { q: text } })).toMatchObject({ items: [], total: 0 });
  });

  it.each(oddTexts)('takes %j as text', async (text) => {
    const response = await service.ask('/search', { q: text });
    expect(response.status).toBe(200);
    expect(response.headers.has('x-injected')).toBe(false);
    expect((await service.list()).total).toBe(products.length);
  });
});

describe('suggestions', () => {
  const suggest = async (q: string) => (await service.suggest({ query: { q } })).items;

  it.each([
    ['kettel', /kettle/i],
    ['kettle', /kettle/i],
    ['lanten', /lantern/i],
    ['armchiar', /armchair/i],
    ['xylofone', /xylophone/i],
    ['hammok', /hammock/i],
    ['tepot', /teapot/i],
    ['cofee', /coffee/i],
  ])('understand %s', async (typed, meant) => {
    const names = await suggest(typed);
    expect(names[0]).toMatch(meant);
  });

  it('complete the typed text, best first, and are limited in number', async () => {
    const names = await suggest('ket');
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/ket/i);
    expect((await suggest('o')).length).toBeLessThanOrEqual(8);
  });

  it.each(['%', '_', '\\', 'ket_le', 'k%e'])('take %s as it is', async (text) => {
    expect(products.filter(({ name }) => name.includes(text))).toEqual([]);
    const names = await suggest(text);
    // A pattern would match what the text resembles in no way.
    expect(names.filter((name) => !/kettle/i.test(name))).toEqual([]);
    if (text.length === 1) expect(names).toEqual([]);
  });

  it.each(oddTexts)('do not break on %j', async (text) => {
    expect((await service.ask('/suggestions', { q: text })).status).toBe(200);
  });
});

describe('the text to look for', () => {
  it.each(['/search', '/suggestions'])('of %s must be there and be text', async (path) => {
    for (const q of ['', 'x'.repeat(201), 'mug\u0000'])
      expect(await refused(service.ask(path, { q }))).toMatchObject({ status: 400, fields: ['q'] });
    expect(await refused(service.get(path))).toMatchObject({ status: 400, fields: ['q'] });
    const twice = await service.get(`${path}?q=a&q=b`);
    expect(twice.status).toBe(400);
  });
});
