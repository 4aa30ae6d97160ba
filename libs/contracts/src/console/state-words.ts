// Imports only types, because the pages load this file itself.
import type { ComponentState } from './overview';

/** The states of components in words, as people read them. */
export const stateWords: Readonly<Record<ComponentState, string>> = {
  green: 'OK',
  amber: 'Warning',
  red: 'Failing',
  unknown: 'Unknown',
};
