import type { Exit } from './guarded-process';

/** A store that a test or the demo talks to, in a container or as a process of this machine. */
export interface Store {
  readonly url: string;
  readonly port: number;
  /** Ends the store; data in a directory that the caller named stay. */
  stop(): Promise<void>;
  /** Ends the store and starts it again with the same data on the same port. */
  restart(): Promise<void>;
  /** Freezes the store: connections stay open and nothing answers, until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
}

/** A store that runs as a process of this machine and ends when this process does. */
export interface StoreProcess extends Store {
  /** Changes with `restart`. */
  readonly pid: number;
  /** Settles when the present process has ended. */
  readonly exited: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
}

export interface StoreOptions {
  /**
   * Where the data are kept, as an absolute path. Without it they are in a temporary directory,
   * which goes when the store stops, and writes are not forced to the disk.
   */
  directory?: string | undefined;
  /** A port of 127.0.0.1; a free one when not given. */
  port?: number | undefined;
  /** Receives the store's own log as it comes. */
  log?: ((chunk: Buffer) => void) | undefined;
  /** Receives one line when something is done to the machine that its owner should know. */
  notice?: ((line: string) => void) | undefined;
}
