import { ClusterError } from '../cluster/programs';
import type { Release } from './release';

export interface Failure {
  /** The revision that ran. */
  before: number;
  /** In which all pods must be ready again. */
  seconds: number;
  error: unknown;
}

/**
 * Takes back what a command has made of a release before it failed. Returns false if that is nothing. Throws a ClusterError with
 * the failure if it cannot.
 */
export const takeBack = async (
  release: Release,
  { before, seconds, error }: Failure,
): Promise<boolean> => {
  try {
    if (!release.isChanged || (await release.revision()) === before) return false;
    console.log(`Reverting to revision ${before}`);
    await release.rollback(before, seconds);
    return true;
  } catch (cause) {
    throw new ClusterError(
      `${wordsOf(error)}\nIt could not be reverted, so the release may be between two versions: ${wordsOf(cause)}`,
      { cause },
    );
  }
};

export const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
