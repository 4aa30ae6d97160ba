import { createInterface } from 'node:readline';
import { Type } from 'typebox';
import { Check } from 'typebox/value';

/** Error lines by message, for each day (`2026-11-21`, in UTC). */
export type ErrorCounts = Map<string, Map<string, number>>;

const Logged = Type.Object({
  level: Type.Literal('error'),
  time: Type.String(),
  msg: Type.String(),
});

interface ErrorLine {
  day: string;
  message: string;
}

/** A line of the log if it is an error's; other lines, and what is no JSON, are passed over. */
const errorLine = (text: string): ErrorLine | undefined => {
  if (!text.includes('"error"')) return undefined;
  try {
    const line: unknown = JSON.parse(text);
    return Check(Logged, line) ? { day: line.time.slice(0, 10), message: line.msg } : undefined;
  } catch {
    // A line of another program, or one that was cut off.
    return undefined;
  }
};

/** Adds the error lines of a stream of log lines to the counts. */
export const countErrors = async (
  lines: NodeJS.ReadableStream,
  counts: ErrorCounts,
): Promise<void> => {
  for await (const text of createInterface({ input: lines })) {
    const line = errorLine(text);
    if (!line) continue;
    const day = counts.get(line.day) ?? new Map<string, number>();
    counts.set(line.day, day.set(line.message, (day.get(line.message) ?? 0) + 1));
  }
};
