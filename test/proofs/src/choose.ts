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

/** A proof takes a minute; after a change of everything, the rest comes on the days that follow. */
const mostOfTheDay = 6;
const shares = 6;

/**
 * What `SHARE=today npm run verify` proves: a share of all faults that moves on from day to day, so that each is proven every
 * six days, and the faults that these files touch, as far as there is time.
 */
export const faultsOfTheDay = (changed: readonly string[], now: Date): readonly FaultKey[] => {
  const due = shareOf(faultKeys, shares, now);
  const touched = faultKeys.filter(
    (key) => !due.includes(key) && changed.some((path) => touches(key, path)),
  );
  const chosen = [...due, ...touched].slice(0, mostOfTheDay);
  return faultKeys.filter((key) => chosen.includes(key));
};

/** The files of the commits of the last day. */
export const filesOfTheDay = (workspace: string): readonly string[] =>
  execFileSync('git', ['log', '--since=1.day', '--name-only', '--format='], {
    cwd: workspace,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);
