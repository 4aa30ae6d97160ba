import { catalogue } from './catalogue';
import type { Fault } from './fault';

export type FaultKey = keyof typeof catalogue;

export const isFaultKey = (key: string): key is FaultKey => Object.hasOwn(catalogue, key);

export const faultKeys: readonly FaultKey[] = Object.keys(catalogue).filter(isFaultKey);

/** The entry of a key, without the types of its settings, for those who treat all alike. */
export const faultOf = (key: FaultKey): Fault => catalogue[key];
