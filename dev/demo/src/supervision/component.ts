import type { Exit } from '@faultline/stores';

export interface ComponentContext {
  /** Receives what the component writes, as it comes. */
  log(chunk: Buffer): void;
  /** Tells the person in front of the demo one line. */
  notice(line: string): void;
}

/** A component of the demo that runs. */
export interface RunningComponent {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Whether it can be used now. */
  ready(): Promise<boolean>;
  kill(signal: NodeJS.Signals): void;
  /** Ends it in order; what is left after `graceMs` is killed by the caller. */
  stop(graceMs: number): Promise<unknown>;
}

/** Something that the demo starts, watches, restarts and stops. */
export interface Component {
  readonly name: string;
  readonly kind: 'store' | 'service' | 'load';
  /** Where a person finds it. */
  readonly url?: string | undefined;
  readonly ports: readonly number[];
  /** Components that have to be up before it starts. */
  readonly startsAfter: readonly string[];
  /** Components that have to stay up until it has stopped. */
  readonly uses: readonly string[];
  /** Rejects when it cannot be started. */
  start(context: ComponentContext): Promise<RunningComponent>;
}
