// Imports only types, because the pages load this file itself.
import type { Actor } from './incidents';

/** Who did it, in words; undefined for recovery and expiry, which nobody did. */
export const actorWords = ({ kind, name }: Actor): string | undefined => {
  switch (kind) {
    case 'person':
      return name ?? 'somebody';
    case 'agent':
      return name === undefined ? 'an agent' : `${name}, an agent`;
    case 'recovery':
    case 'expiry':
      return undefined;
  }
};

/** How an incident was resolved. */
export const resolvedWords = (by: Actor): string => {
  switch (by.kind) {
    case 'recovery':
      return 'recovered';
    case 'expiry':
      return 'no longer told by Alertmanager';
    default:
      return `resolved by ${actorWords(by)}`;
  }
};
