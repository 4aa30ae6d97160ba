import { describe, expect, it } from 'vitest';
import {
  adminPortOffset,
  dependsOn,
  entry,
  externalNames,
  externals,
  gateways,
  localEnvironment,
  ownerOf,
  serviceNames,
  servicePort,
  services,
  storeNames,
  storePort,
  stores,
  storeUrl,
  toolIntakePort,
  toolNames,
  toolPort,
  tools,
} from '../src';

describe('the topology', () => {
  it('gives every service, store and tool ports of its own on one machine', () => {
    const ports = [
      ...serviceNames.flatMap((name) => [servicePort(name), servicePort(name) + adminPortOffset]),
      ...storeNames.map((name) => storePort(name)),
      ...toolNames.flatMap((name) => [
        toolPort(name),
        toolPort(name) + adminPortOffset,
        toolIntakePort(name),
      ]),
    ];
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('describes each name', () => {
    expect(Object.keys(services)).toEqual(serviceNames);
    expect(Object.keys(stores)).toEqual(storeNames);
    expect(Object.keys(tools)).toEqual(toolNames);
    expect(Object.keys(externals)).toEqual(externalNames);
  });

  it('counts no tool among the services', () => {
    for (const name of toolNames) expect(serviceNames).not.toContain(name);
  });

  it('lets nobody call himself, not even in a circle', () => {
    const reach = (name: keyof typeof services, path: string[]): void => {
      expect(path).not.toContain(name);
      for (const dependency of services[name].calls) reach(dependency, [...path, name]);
    };
    for (const name of serviceNames) reach(name, []);
  });

  it('lists a primary before its replica', () => {
    for (const name of storeNames) {
      const primary = stores[name].replicaOf;
      if (primary) expect(storeNames.indexOf(primary)).toBeLessThan(storeNames.indexOf(name));
    }
  });
});

describe('the gateways', () => {
  it('are the entry and what it forwards to', () => {
    expect(gateways.map(({ name }) => name)).toEqual([entry, ...services[entry].calls]);
  });
});

it.each([
  ['payment', 'payment'],
  ['cart-data-replica', 'cart'],
  ['payment-provider', 'payment'],
  ['shopper', undefined],
])('the owner of %s is %s', (component, owner) => {
  expect(ownerOf(component)).toBe(owner);
});

describe('localEnvironment', () => {
  it('tells a service its ports, its dependencies and its stores', () => {
    expect(localEnvironment('cart')).toEqual({
      HOST: '127.0.0.1',
      PORT: '8083',
      ADMIN_PORT: '9083',
      PRODUCT_URL: 'http://127.0.0.1:8082',
      REDIS_URL: 'redis://127.0.0.1:8379',
      REDIS_REPLICA_URL: 'redis://127.0.0.1:8380',
    });
  });

  it('moves everything with the port base', () => {
    expect(localEnvironment('payment', 18_080)).toMatchObject({
      PORT: '18085',
      ADMIN_PORT: '19085',
      DATABASE_URL: 'postgresql://payment:payment@127.0.0.1:18433/payment',
    });
    expect(storeUrl('product-data', 18_080)).toBe(
      'postgresql://product:product@127.0.0.1:18432/product',
    );
  });
});

it.each([
  ['web-gateway', 'payment-provider', true],
  ['cart', 'cart-data-replica', true],
  ['cart-data-replica', 'cart-data', true],
  ['storefront', 'payment', true],
  ['payment', 'session', false],
  ['payment-data', 'payment', false],
])('%s depends on %s: %s', (component, other, depends) => {
  expect(dependsOn(component, other)).toBe(depends);
});
