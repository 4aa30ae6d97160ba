/**
 * - `waiting`: what it needs is not up yet.
 * - `not ready`: it runs, but reports that it cannot be used, or does not respond.
 * - `restarting`: it ended by itself, and is started again after a delay.
 */
export type PartState =
  | 'waiting'
  | 'starting'
  | 'up'
  | 'not ready'
  | 'restarting'
  | 'stopping'
  | 'stopped';

export interface PartStatus {
  readonly state: PartState;
  /** The number of restarts after it had ended by itself. */
  readonly restarts: number;
  readonly pid: number | undefined;
  /** Why it ended last time. */
  readonly reason: string | undefined;
}
