import { expect, it } from 'vitest';
import {
  allGoodsAddress,
  categoryAddress,
  pictureAddress,
  searchAddress,
} from '../src/catalogue/addresses';

it('leaves the first page out of an address', () => {
  expect(allGoodsAddress()).toBe('/products');
  expect(categoryAddress('kitchen', 1)).toBe('/category/kitchen');
  expect(categoryAddress('kitchen', 2)).toBe('/category/kitchen?page=2');
});

it('encodes what a shopper typed', () => {
  expect(searchAddress('salt & pepper', 2)).toBe('/search?q=salt+%26+pepper&page=2');
  expect(pictureAddress('../secret')).toBe('/images/products/..%2Fsecret.svg');
});
