import { execFileSync } from 'node:child_process';
import { oneOf } from '@faultline/command-line';
import { type FaultKey, faultKeys, faultOf } from '@faultline/faults';
import { shareOf } from '@faultline/stores';

/** Faults by name; all of them when none is named. Throws a UsageError for an unknown one. */
export const namedFaults = (names: readonly string[]): readonly FaultKey[] =>
  names.length === 0 ? faultKeys : names.map(oneOf('fault', faultKeys));

const fileOf = (key: FaultKey): string =>
  `libs/faults/src/catalogue/${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;

/** Whether a changed file may have changed what a fault does. */
const touches = (key: FaultKey, path: string): boolean =>
  path === fileOf(key) || path.startsWith(`apps/${faultOf(key).service}/src/faults`);

/**
 * What continuous integration proves: the faults that these files touch, and a third of all others
 * that moves on from day to day, so that each is proven every three days.
 */
export const faultsOfTheDay = (changed: readonly string[], now: Date): readonly FaultKey[] => {
  const third = shareOf(faultKeys, 3, now);
  return faultKeys.filter(
    (key) => third.includes(key) || changed.some((path) => touches(key, path)),
  );
};

/** The files of the commits of the last day. */
export const filesOfTheDay = (workspace: string): readonly string[] =>
  execFileSync('git', ['log', '--since=1.day', '--name-only', '--format='], {
    cwd: workspace,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);
