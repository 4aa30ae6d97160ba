import { describe, expect, it } from 'vitest';
import { layoutOf } from '../src/console/map-layout';

const services = ['web-gateway', 'api-gateway', 'product', 'cart', 'session', 'payment'];
const stores = ['product-data', 'payment-data', 'cart-data', 'session-data'];
const nodes = [
  { name: 'shopper', kind: 'shopper' as const },
  { name: 'storefront', kind: 'page' as const },
  ...services.map((name) => ({ name, kind: 'service' as const })),
  ...stores.map((name) => ({ name, kind: 'store' as const })),
];
const edges = [
  ['shopper', 'storefront'],
  ['storefront', 'web-gateway'],
  ['web-gateway', 'api-gateway'],
  ...['product', 'cart', 'session', 'payment'].map((name) => ['api-gateway', name]),
  ['cart', 'product'],
  ...['product', 'cart', 'session', 'payment'].map((name) => [name, `${name}-data`]),
].map(([from = '', to = '']) => ({ from, to }));

describe('the layout of the map', () => {
  const places = layoutOf(nodes, edges);
  const at = (name: string) => {
    const place = places.get(name);
    if (!place) throw new Error(`${name} has no place`);
    return place;
  };

  it('has a place for everything', () => {
    expect([...places.keys()].toSorted()).toEqual(nodes.map(({ name }) => name).toSorted());
  });

  it('leads from the shopper to the stores, the storefront in the shopper’s column', () => {
    const path = ['storefront', 'web-gateway', 'api-gateway', 'payment', 'payment-data'];
    expect(path.map((name) => at(name).layer)).toEqual([0, 1, 2, 3, 4]);
    expect(at('shopper').layer).toBe(0);
  });

  it('keeps services that also call each other in one column', () => {
    expect(at('cart').layer).toBe(at('product').layer);
  });

  it('puts stores in the order of their services', () => {
    const order = stores.toSorted((one, other) => at(one).y - at(other).y);
    expect(order).toEqual(['product-data', 'cart-data', 'session-data', 'payment-data']);
  });

  it('lets no two components overlap', () => {
    const all = [...places.values()];
    const overlapping = all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter(
          (other) =>
            one.x < other.x + other.width &&
            other.x < one.x + one.width &&
            one.y < other.y + other.height &&
            other.y < one.y + one.height,
        ),
    );
    expect(overlapping).toEqual([]);
  });

  it('ends when components call each other in a circle', () => {
    const circle = layoutOf(
      [...nodes.slice(0, 2), { name: 'a', kind: 'service' }, { name: 'b', kind: 'service' }],
      [
        { from: 'shopper', to: 'a' },
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
    );
    expect(circle.size).toBe(4);
  });
});
