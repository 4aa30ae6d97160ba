import { run } from '../cluster/programs';

/** How many revisions helm keeps: a canary makes one a step, and what was before it must stay. */
const keptRevisions = '50';

/**
 * Helm 4 refuses to change what others have changed by hand, and waits for a Rollout until its time is over
 * (https://github.com/helm/helm/issues/32615); Helm 3 has no such options.
 */
export const howToApply = async (
  seconds: number,
  hasRollouts: boolean,
): Promise<readonly string[]> => {
  const isHelm3 = (await run('helm', ['version', '--short'])).startsWith('v3');
  return [
    isHelm3 || !hasRollouts ? '--wait' : '--wait=legacy',
    ...['--timeout', `${seconds}s`, '--history-max', keptRevisions],
    ...(isHelm3 ? [] : ['--force-conflicts']),
  ];
};

/** Whether helm failed because another command was faster. */
export const isBehind = (error: unknown): boolean =>
  error instanceof Error &&
  /another operation .* is in progress|release: already exists/.test(error.message);
