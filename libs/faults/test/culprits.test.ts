import { expect, it } from 'vitest';
import { culpritOf, faultKeys, faultyComponents } from '../src';

it.each(faultKeys)('the culprit of %s is a component that has it', (key) => {
  expect(faultyComponents(key)).toContain(culpritOf(key));
});

it('is the service, unless the fault names another', () => {
  expect(culpritOf('productCpu')).toBe('product');
  expect(culpritOf('payment')).toBe('payment-provider');
  expect(culpritOf('lockContention')).toBe('product-data');
});
