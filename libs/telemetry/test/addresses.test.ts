import { describe, expect, it } from 'vitest';
import { clientAddress, serverAttributes } from '../src';

describe('the address of a client', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::1', '::1'],
    ['unknown', 'unknown'],
    ['', ''],
  ])('%s is spelt %s', (address, spelt) => {
    expect(clientAddress(address)).toBe(spelt);
  });
});

describe('the address of a server', () => {
  it.each([
    ['redis://[fd00::5]:6379', 'fd00::5', 6379],
    ['postgresql://user@product-data/product', 'product-data', 5432],
    ['http://[::1]', '::1', 80],
    ['http://cart:8080', 'cart', 8080],
  ])('of %s is %s, %d', (url, address, port) => {
    expect(serverAttributes(new URL(url))).toEqual({
      'server.address': address,
      'server.port': port,
    });
  });
});
