import { type TSchema, Type } from 'typebox';
import { describe } from 'vitest';
import {
  Category,
  CheckoutResponse,
  Order,
  PricedCart,
  Problem,
  Product,
  ProductPage,
} from '../src';
import {
  type Guard,
  isCategoryList,
  isCheckoutResponse,
  isNameList,
  isOrder,
  isPricedCart,
  isProblem,
  isProduct,
  isProductPage,
} from '../src/guards';
import { itChecks } from './guard-checks';

const pairs: [name: string, guard: Guard<unknown>, schema: TSchema][] = [
  ['isProduct', isProduct, Product],
  ['isProductPage', isProductPage, ProductPage],
  ['isCategoryList', isCategoryList, Type.Object({ items: Type.Array(Category) })],
  ['isNameList', isNameList, Type.Object({ items: Type.Array(Type.String()) })],
  ['isPricedCart', isPricedCart, PricedCart],
  ['isCheckoutResponse', isCheckoutResponse, CheckoutResponse],
  ['isOrder', isOrder, Order],
  ['isProblem', isProblem, Problem],
];

describe.each(pairs)('%s', (_, guard, schema) => itChecks(guard, schema));
