import type { Cleanup } from './cleanup';
import type { Report } from './report/report';

/** What a bench is given while it runs. */
export interface Surroundings {
  /** Undone when the bench is over, however it ends. */
  leftovers: Cleanup;
  /** Tells the person in front of the bench how far it is. */
  progress(line: string): void;
}

export interface Bench {
  name: string;
  /** What it measures, for a heading. */
  title: string;
  /** Runs only when it is asked for by its name. */
  slow?: boolean;
  /** A run that takes longer is ended as failed. */
  limitMinutes: number;
  run(surroundings: Surroundings): Promise<Report>;
}

/** Why nothing could be measured: `message` is one line. */
export class BenchError extends Error {
  override readonly name = 'BenchError';
}
