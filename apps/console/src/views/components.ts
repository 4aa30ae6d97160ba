import type { ComponentStatus } from '@faultline/contracts/console';
import {
  type ServiceName,
  type StoreName,
  type StoreSpec,
  serviceNames,
  services,
  storeNames,
  stores,
} from '@faultline/topology';
import type { ComponentName } from '../health/health';

/** A component of the service map. */
export interface ComponentEntry extends Pick<ComponentStatus, 'title' | 'kind'> {
  name: ComponentName;
}

const titleOf = ({ engine, replicaOf }: StoreSpec): string => {
  const title = engine === 'postgresql' ? 'PostgreSQL' : 'Redis';
  return replicaOf === undefined ? title : `${title}, replica of ${replicaOf}`;
};

/** All components, from the shoppers inwards. */
export const components: readonly ComponentEntry[] = [
  { name: 'shopper', title: 'Shoppers', kind: 'shopper' },
  { name: 'storefront', title: 'The pages in the browser', kind: 'page' },
  ...serviceNames.map(
    (name): ComponentEntry => ({ name, title: services[name].title, kind: 'service' }),
  ),
  ...storeNames.map(
    (name): ComponentEntry => ({ name, title: titleOf(stores[name]), kind: 'store' }),
  ),
  { name: 'payment-provider', title: 'Payment provider', kind: 'external' },
];

export const componentNames: readonly ComponentName[] = components.map(({ name }) => name);

export const isService = (name: string): name is ServiceName => Object.hasOwn(services, name);
export const isStore = (name: string): name is StoreName => Object.hasOwn(stores, name);

/** The service that uses a store. */
export const ownerOf = (store: StoreName): ServiceName | undefined =>
  serviceNames.find((name) => services[name].stores.includes(store));
