// Imports only types, because the pages load this file itself.
import type { Actor } from './incidents';

/** Who did it, in words; undefined for recovery, which nobody did. */
export const actorWords = ({ kind, name }: Actor): string | undefined => {
  switch (kind) {
    case 'person':
      return name ?? 'somebody';
    case 'agent':
      return name === undefined ? 'an agent' : `${name}, an agent`;
    case 'recovery':
      return undefined;
  }
};
