import { freePortBase } from '@faultline/stores';
import { storePort } from '@faultline/topology';
import { ComponentLogs } from '../src/component-logs';
import { storeComponents } from '../src/components/store-components';
import { Demo } from '../src/demo';
import { acquireLock } from '../src/guards/lock';
import { layoutIn } from '../src/layout';
import { makeDirectories } from '../src/make-directories';
import { settingOf } from './demo-config';
import { fixtureComponent } from './fixture-component';

/** A demo with the real stores of `cart`, and fixtures for services, which this package does not build. */
export const fixtureDemo = async (directory: string): Promise<Demo> => {
  const layout = layoutIn(directory);
  await makeDirectories(layout);
  const { stores } = settingOf({ only: 'cart' });
  const portBase = await freePortBase((base) => stores.map((name) => storePort(name, base)));
  const components = [
    ...storeComponents(settingOf({ only: 'cart', layout, portBase, tools: [] })),
    await fixtureComponent('inner', { startsAfter: ['product-data', 'cart-data'], uses: stores }),
    await fixtureComponent('outer', { uses: ['inner'] }),
  ];
  const lock = await acquireLock(layout.lock, portBase);
  return new Demo({
    portBase,
    components,
    lock,
    logs: new ComponentLogs(layout.logs, () => undefined),
  });
};
