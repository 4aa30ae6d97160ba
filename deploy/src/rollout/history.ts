import { type Static, Type } from 'typebox';
import { ClusterError } from '../cluster/programs';
import { readJson } from '../read-json';
import { marks } from './step';
import type { Unfinished } from './unfinished';

const Revision = Type.Object({
  revision: Type.Integer(),
  status: Type.String(),
  /** When its command began. */
  updated: Type.String(),
  description: Type.Optional(Type.String()),
  /** What a roll-back went back to, by Helm 4. */
  rollback_revision: Type.Optional(Type.Integer()),
});
export type Revision = Static<typeof Revision>;
const History = Type.Array(Revision);

/** The revisions of a release, the newest last, as `helm history` prints them. */
export const readHistory = (printed: string): readonly Revision[] =>
  readJson('helm history', History, printed);

/** Whether helm is at work at it, or was killed. */
const isPending = ({ status }: Revision): boolean => status.startsWith('pending-');

/** The status or the step in which a command is at work at it, or was killed; undefined after its end. */
export const unfinishedState = (each: Revision): string | undefined => {
  if (isPending(each)) return each.status;
  return each.description?.startsWith(marks.canary) ? each.description : undefined;
};

/** In milliseconds; no command waits longer unless it has another --timeout. */
const longestCommand = 600_000;

/** Whether helm may still be at work at it. */
export const mayBeAtWork = (each: Revision): boolean =>
  isPending(each) && Date.now() - Date.parse(each.updated) < longestCommand;

/** Whether its command came to its end. Helm gives a revision the description of the command only then. */
const hasEnded = ({ status }: Revision): boolean => ['deployed', 'superseded'].includes(status);

/** Whether it is more than a step on the way to another. */
const isFinished = (each: Revision): boolean =>
  hasEnded(each) && !each.description?.startsWith(marks.canary);

/** What a roll-back goes back to; `unknown` if it failed, because Helm 3 then says no more. */
const targetOf = ({ rollback_revision, description = '' }: Revision) => {
  if (rollback_revision) return rollback_revision;
  const [, target] = /^Rollback to (\d+)$/.exec(description) ?? [];
  if (target) return Number(target);
  return /^(Rollback|Release) ".*" failed/.test(description) ? 'unknown' : undefined;
};

/**
 * The revision before the last deployment, or before one that was interrupted. Throws a ClusterError if there is none, or it has
 * been rolled back already.
 */
export const beforeLastDeployment = (history: readonly Revision[]): number => {
  const newest = history.at(-1);
  if (newest && !isFinished(newest)) {
    // A revert that was interrupted goes on.
    const target = targetOf(newest);
    if (target === 'unknown')
      throw new ClusterError(
        `--revert: revision ${newest.revision} is a roll-back that failed: helm rollback takes the revision to go back to`,
      );
    if (target !== undefined) return target;
  }
  const deployed = history.findLastIndex((each, index) => {
    if (isFinished(each)) return each.description?.startsWith(marks.deployed);
    if (targetOf(each) !== undefined) return false;
    // If an upgrade came after it, that started from what ran before.
    const next = history[index + 1];
    return !next || targetOf(next) !== undefined;
  });
  const before = history.slice(0, Math.max(0, deployed)).findLast(isFinished)?.revision;
  if (before === undefined)
    throw new ClusterError(
      '--revert: the history of the release has no deployment with a revision before it',
    );
  if (history.slice(deployed + 1).some((each) => targetOf(each) === before))
    throw new ClusterError(
      '--revert: the last deployment has been reverted already; helm rollback goes further back',
    );
  return before;
};

/** Whether the command that was killed may have made it. Without its steps, only the first revision can be told to be its own. */
const isOwn = ({ revision, description }: Revision, { before, steps }: Unfinished): boolean => {
  const index = revision - before - 1;
  if (steps) return description === steps[index];
  return index === 0 && Object.values(marks).some((mark) => description?.startsWith(mark));
};

/**
 * Whether a command that was killed has left something since the revision before it. Throws a ClusterError if somebody else has
 * changed the release since, whose change a roll-back would undo, too.
 */
export const isUnfinishedSince = (
  history: readonly Revision[],
  unfinished: Unfinished,
): boolean => {
  const { before } = unfinished;
  const since = history.filter(({ revision }) => revision > before);
  const newest = since.at(-1);
  if (!newest || (hasEnded(newest) && targetOf(newest) === before)) return false;
  const other = since.findLast(
    (each) => hasEnded(each) && targetOf(each) !== before && !isOwn(each, unfinished),
  );
  if (other)
    throw new ClusterError(
      `--revert: somebody else changed the release meanwhile (revision ${other.revision}), so revision ${before} is not brought back`,
    );
  return true;
};

/** What a roll-back to a revision undoes besides a deployment, such as values that somebody has set since. */
export const undoneBesides = (history: readonly Revision[], target: number): readonly Revision[] =>
  history.filter(
    (each) =>
      each.revision > target &&
      isFinished(each) &&
      targetOf(each) === undefined &&
      !each.description?.startsWith(marks.deployed),
  );
