import { ProductId } from '@faultline/contracts';
import { describe, expect, it } from 'vitest';
import { categories, products } from '../src/index';

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);

/** A JSON schema keeps its pattern as data. */
const patternOf = (schema: object): RegExp => {
  if ('pattern' in schema && typeof schema.pattern === 'string') return new RegExp(schema.pattern);
  throw new TypeError('The schema has no pattern');
};

describe('the assortment', () => {
  it('has at least 132 products in at least 9 categories', () => {
    expect(products.length).toBeGreaterThanOrEqual(132);
    expect(categories.length).toBeGreaterThanOrEqual(9);
  });

  it.each(categories)('has at least 12 products in $name', ({ id }) => {
    expect(products.filter(({ category }) => category === id).length).toBeGreaterThanOrEqual(12);
  });

  it('knows the category of every product', () => {
    const known = new Set<string>(categories.map(({ id }) => id));
    expect(products.filter(({ category }) => !known.has(category))).toEqual([]);
  });

  it('gives categories distinct kebab-case ids, names and a blurb', () => {
    expect(repeated(categories.map(({ id }) => id))).toEqual([]);
    expect(repeated(categories.map(({ name }) => name))).toEqual([]);
    for (const { id, blurb } of categories) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(blurb.length).toBeGreaterThan(20);
    }
  });
});

describe('a product', () => {
  it('has an id and a name of its own', () => {
    expect(repeated(products.map(({ id }) => id))).toEqual([]);
    expect(repeated(products.map(({ name }) => name))).toEqual([]);
  });

  it('has an id that the services accept and that says its name', () => {
    for (const { id, name } of products) {
      expect(id).toMatch(patternOf(ProductId));
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(id.replaceAll('-', '')).toBe(name.toLowerCase().replace(/[^a-z0-9]/g, ''));
    }
  });

  it('has its picture under its id', () => {
    for (const { id, imageUrl } of products) expect(imageUrl).toBe(`/images/products/${id}.svg`);
  });

  it('costs a whole, positive number of cents', () => {
    for (const { name, price } of products) {
      expect(Number.isSafeInteger(price.amount), name).toBe(true);
      expect(price.amount, name).toBeGreaterThan(0);
      expect(price.currency).toBe('EUR');
    }
  });

  it('has a price of its own making: small, large and everything between', () => {
    const amounts = products.map(({ price }) => price.amount);
    expect(Math.min(...amounts)).toBeLessThan(1_000);
    expect(Math.max(...amounts)).toBeGreaterThan(50_000);
    expect(new Set(amounts).size).toBeGreaterThan(80);
  });

  it('is described in one to three sentences', () => {
    for (const { name, description } of products) {
      expect(description.length, name).toBeGreaterThanOrEqual(60);
      expect(description.length, name).toBeLessThanOrEqual(220);
      expect(description, name).toMatch(/^\S.*[.]$/);
      const sentences = description.split(/(?<=[.?!])\s+/);
      expect(sentences.length, name).toBeLessThanOrEqual(3);
    }
  });

  it('is described in words of its own', () => {
    const openings = products.map(({ description }) =>
      description.split(' ').slice(0, 3).join(' '),
    );
    expect(repeated(openings)).toEqual([]);
  });
});

describe('search material', () => {
  it.each(['oak', 'linen', 'enamel', 'brass', 'wool', 'stoneware', 'canvas', 'beech', 'walnut'])(
    'finds %s in products of several categories',
    (word) => {
      const found = products.filter(({ name, description }) =>
        new RegExp(`\\b${word}\\b`, 'i').test(`${name} ${description}`),
      );
      expect(found.length).toBeGreaterThanOrEqual(4);
      expect(new Set(found.map(({ category }) => category)).size).toBeGreaterThanOrEqual(2);
    },
  );
});
