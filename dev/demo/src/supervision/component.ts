import type { Exit } from '@faultline/stores';

export interface ComponentContext {
  /** Called with each chunk of the component's output. */
  log(chunk: Buffer): void;
  /** Shows one line to the user of the demo. */
  notice(line: string): void;
}

/** A running component of the demo. */
export interface RunningComponent {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Whether it can be used now. */
  ready(): Promise<boolean>;
  kill(signal: NodeJS.Signals): void;
  /** Stops it gracefully; after `graceMs` the caller kills it. */
  stop(graceMs: number): Promise<unknown>;
}

/** Something that the demo starts, watches, restarts and stops. */
export interface Component {
  readonly name: string;
  readonly kind: 'tool' | 'store' | 'service' | 'load';
  /** The URL to show. */
  readonly url?: string | undefined;
  readonly ports: readonly number[];
  /** Components that have to be up before it starts. */
  readonly startsAfter: readonly string[];
  /** Components that have to stay up until it has stopped. */
  readonly uses: readonly string[];
  /** Rejects when it cannot be started. */
  start(context: ComponentContext): Promise<RunningComponent>;
}

/**
 * - `waiting`: what it needs is not up yet.
 * - `not ready`: it runs, but reports that it cannot be used, or does not respond.
 * - `restarting`: it ended by itself, and is started again after a delay.
 */
export type ComponentState =
  | 'waiting'
  | 'starting'
  | 'up'
  | 'not ready'
  | 'restarting'
  | 'stopping'
  | 'stopped';

export interface ComponentStatus {
  readonly state: ComponentState;
  /** The number of restarts after it had ended by itself. */
  readonly restarts: number;
  readonly pid: number | undefined;
  /** Why it ended last time. */
  readonly reason: string | undefined;
}
