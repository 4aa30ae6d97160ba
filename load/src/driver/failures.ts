import { CheckFailed } from '../journeys';
import { NoResponse } from '../node-client';
import type { Failure } from './snapshot';

/** The maximum number of reasons, far more than there are checks; limits memory if a reason were free text. */
const mostReasons = 200;

/** Failures by journey and reason, each with its last occurrence. */
export class Failures {
  readonly #byReason = new Map<string, Failure>();

  add(journey: string, error: unknown, requestId: string | undefined): void {
    const known = reasonOf(error);
    const isFull = this.#byReason.size >= mostReasons && !this.#byReason.has(keyOf(journey, known));
    const reason = isFull ? 'other' : known;
    const key = keyOf(journey, reason);
    this.#byReason.set(key, {
      journey,
      reason,
      count: (this.#byReason.get(key)?.count ?? 0) + 1,
      last: {
        at: new Date().toISOString(),
        error: error instanceof Error ? error.message : String(error),
        requestId,
      },
    });
  }

  /** Most frequent first. */
  list(): Failure[] {
    return [...this.#byReason.values()].sort((a, b) => b.count - a.count);
  }
}

const keyOf = (journey: string, reason: string): string => `${journey}: ${reason}`;

/** Why a journey failed, with low cardinality: the name of its check, or the kind of network error. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof CheckFailed) return error.check;
  if (error instanceof NoResponse) return `no response (${error.reason})`;
  return error instanceof Error ? error.name : 'unknown';
};
