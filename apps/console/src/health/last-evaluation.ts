import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMissing } from '../files';

/** After a kill, the time that was written last is so much too early at most, in milliseconds. */
const writeEvery = 10_000;

interface LastEvaluation {
  /** When an earlier process evaluated for the last time; undefined if none has. Nobody looked from then to the start of this one. */
  readonly before: number | undefined;
  /** To be called at each evaluation. */
  evaluated(now: number): void;
  /** To be called after the last one. */
  end(now: number): void;
}

const timeIn = (file: string): number | undefined => {
  try {
    const time = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isSafeInteger(time) ? Math.min(time, Date.now()) : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** Keeps the time of the last evaluation in a file, whose directory is created if it is missing. */
export const openLastEvaluation = (file: string): LastEvaluation => {
  let written = 0;
  const write = (now: number): void => {
    written = now;
    try {
      writeFileSync(`${file}.draft`, String(now), { mode: 0o600 });
      renameSync(`${file}.draft`, file);
    } catch {
      // A full disk, of which the logs of events tell: the next turn tries again.
    }
  };
  mkdirSync(dirname(file), { recursive: true });
  return {
    before: timeIn(file),
    evaluated: (now) => {
      if (Math.abs(now - written) >= writeEvery) write(now);
    },
    end: write,
  };
};
