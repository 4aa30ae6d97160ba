import type { ComponentStatus } from '@faultline/contracts/console';
import {
  type ComponentName,
  externalNames,
  externals,
  type StoreSpec,
  serviceNames,
  services,
  storeNames,
  stores,
} from '@faultline/topology';

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
  ...externalNames.map(
    (name): ComponentEntry => ({ name, title: externals[name].title, kind: 'external' }),
  ),
];
