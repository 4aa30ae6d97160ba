import { expect, it } from 'vitest';
import { neighboursOf } from '../src/catalogue/neighbours-of';

const shelf = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  name: id,
  description: '',
  category: 'kitchen',
  price: { amount: 100, currency: 'EUR' as const },
  imageUrl: '',
}));
const ids = (id: string, max: number) => neighboursOf(id, shelf, max).map((found) => found.id);

it('goes on after the product, round past the end, and never shows itself', () => {
  expect(ids('c', 4)).toEqual(['d', 'a', 'b']);
  expect(ids('a', 2)).toEqual(['b', 'c']);
});

it('starts at the front when the product is not on that part of the shelf', () => {
  expect(ids('x', 2)).toEqual(['a', 'b']);
});
