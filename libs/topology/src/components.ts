import { type ExternalName, externalNames, externals } from './externals';
import { type ServiceName, serviceNames, services } from './services';
import { type StoreName, storeNames, stores } from './stores';

/** Whatever a service map shows. */
export type ComponentName = 'shopper' | 'storefront' | ServiceName | StoreName | ExternalName;

/** From the shoppers inwards. */
export const componentNames: readonly ComponentName[] = [
  'shopper',
  'storefront',
  ...serviceNames,
  ...storeNames,
  ...externalNames,
];

export const isService = (component: string): component is ServiceName =>
  Object.hasOwn(services, component);

export const isStore = (component: string): component is StoreName =>
  Object.hasOwn(stores, component);

export const isExternal = (component: string): component is ExternalName =>
  Object.hasOwn(externals, component);

/** The service that uses a store or an external system; a service is its own. */
export const ownerOf = (component: string): ServiceName | undefined =>
  serviceNames.find((name) =>
    [name, ...services[name].stores, ...services[name].externals].some(
      (each) => each === component,
    ),
  );
