import { freePortBase } from '@faultline/stores';
import { storePort } from '@faultline/topology';
import { Demo } from '../src/demo';
import { acquireLock } from '../src/guards/lock';
import { layoutIn } from '../src/layout';
import { makeDirectories } from '../src/make-directories';
import { PartLogs } from '../src/part-logs';
import { storeParts } from '../src/parts/store-parts';
import { fixturePart } from './fixture-part';
import { settingOf } from './setting';

/** A demo with the real stores of `cart`, and fixtures for services, which this package does not build. */
export const fixtureDemo = async (directory: string): Promise<Demo> => {
  const layout = layoutIn(directory);
  await makeDirectories(layout);
  const { stores } = settingOf({ only: 'cart' });
  const portBase = await freePortBase((base) => stores.map((name) => storePort(name, base)));
  const parts = [
    ...storeParts(settingOf({ only: 'cart', layout, portBase })),
    await fixturePart('inner', { startsAfter: ['product-data', 'cart-data'], uses: stores }),
    await fixturePart('outer', { uses: ['inner'] }),
  ];
  const lock = await acquireLock(layout.lock, portBase);
  return new Demo({ portBase, parts, lock, logs: new PartLogs(layout.logs, () => undefined) });
};
