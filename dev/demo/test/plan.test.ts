import { localEnvironment, serviceNames, storeNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { componentsOf } from '../src/components';
import type { Component } from '../src/supervision/component';
import { settingOf } from './demo-config';

const plan = (changes: Parameters<typeof settingOf>[0] = {}) => componentsOf(settingOf(changes));
const names = (components: readonly Component[]) => components.map(({ name }) => name);

describe('the components of a demo', () => {
  it('are the console, then all stores, then all services, then the load', () => {
    expect(names(plan())).toEqual(['console', ...storeNames, ...serviceNames, 'load']);
  });

  it('are the console alone for --only console', () => {
    expect(names(plan({ only: 'console' }))).toEqual(['console']);
  });

  it('are a service with its dependencies and their stores for --only', () => {
    expect(names(plan({ only: 'cart' }))).toEqual([
      'console',
      'product-data',
      'cart-data',
      'cart-data-replica',
      'product',
      'cart',
    ]);
    expect(names(plan({ only: 'session', tools: [] }))).toEqual([
      'session-data',
      'session-data-replica',
      'session',
    ]);
  });

  it('include the load only with the public entry', () => {
    expect(names(plan({ only: 'api-gateway' }))).not.toContain('load');
    expect(names(plan({ only: 'web-gateway' }))).toContain('load');
    expect(names(plan({ load: undefined }))).not.toContain('load');
  });

  it('use each port once, at the addresses in the environment of the services', () => {
    const ports = plan().flatMap((component) => component.ports);
    expect(new Set(ports).size).toBe(ports.length);
    const { PORT, ADMIN_PORT } = localEnvironment('cart', 18080);
    expect(
      plan()
        .find(({ name }) => name === 'cart')
        ?.ports.map(String),
    ).toEqual([PORT, ADMIN_PORT]);
  });

  it('start after their dependencies', () => {
    for (const components of [plan(), ...serviceNames.map((only) => plan({ only }))]) {
      const seen = new Set<string>();
      for (const component of components) {
        for (const earlier of component.startsAfter) expect(seen).toContain(earlier);
        seen.add(component.name);
      }
      for (const component of components)
        for (const used of component.uses) expect(seen).toContain(used);
    }
  });
});
