import type { ServiceName } from '@faultline/topology';
import type { Static } from 'typebox';
import { catalogue } from './catalogue';
import type { Fault } from './fault';

type Catalogue = typeof catalogue;

export type FaultKey = keyof Catalogue;

/** The faults that a service binds in its code. */
export type FaultOf<Service extends ServiceName> = {
  [Key in FaultKey]: Catalogue[Key] extends { service: Service; scope: 'request' | 'standing' }
    ? Key
    : never;
}[FaultKey];

export type ScopeOf<Key extends FaultKey> = Catalogue[Key]['scope'];

/** A fault's own settings. */
export type SettingsOf<Key extends FaultKey> = Static<Catalogue[Key]['settings']>;

export const isFaultKey = (key: string): key is FaultKey => Object.hasOwn(catalogue, key);

/** The entry of a key, without the types of its settings, for code that is generic over faults. */
export const faultOf = (key: FaultKey): Fault => catalogue[key];

/** The page of a fault, as a path of the repository. */
export const pageOfFault = (key: FaultKey): string => `docs/faults/${key}.md`;

/** In the order in which a demonstration would show them. */
export const faultKeys: readonly FaultKey[] = Object.keys(catalogue)
  .filter(isFaultKey)
  .sort((one, other) => faultOf(one).order - faultOf(other).order);
