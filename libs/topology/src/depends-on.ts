import { entry, serviceNames, services } from './services';
import { storeNames, stores } from './stores';

/** What each component calls or uses, by name. */
const uses: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['shopper', ['storefront']],
  ['storefront', [entry]],
  ...serviceNames.map((name): [string, readonly string[]] => {
    const { calls, stores: own, externals } = services[name];
    return [name, [...calls, ...own, ...externals]];
  }),
  ...storeNames.map((name): [string, readonly string[]] => {
    const primary = stores[name].replicaOf;
    return [name, primary === undefined ? [] : [primary]];
  }),
]);

/** Whether a component needs another one, also through others. */
export const dependsOn = (component: string, other: string): boolean =>
  uses.get(component)?.some((used) => used === other || dependsOn(used, other)) ?? false;

/** Whether two components can have the same trouble: one needs the other, or they are the same. */
export const areRelated = (one: string, other: string): boolean =>
  one === other || dependsOn(one, other) || dependsOn(other, one);
