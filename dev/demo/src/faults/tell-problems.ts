import { readFile } from 'node:fs/promises';
import { type FaultKey, type Problems, problemsOf, readFaults } from '@faultline/faults';
import { problemText } from './render';
import { adminUrlOf } from './switches';

const lookEveryMs = 2_000;

/**
 * Reports each fault that is on but could not begin, once per reason, until `stop`. A reason counts if two checks in
 * a row find it, because services read a switch with a delay.
 */
export const tellProblems = (
  file: string,
  portBase: number,
  tell: (line: string) => void,
): { stop(): void } => {
  let before: Problems = new Map();
  const told = new Map<FaultKey, string>();
  const look = async (): Promise<void> => {
    const on = readFaults(await readFile(file, 'utf8'));
    const problems = await problemsOf(on, adminUrlOf(portBase));
    for (const key of told.keys()) if (!problems.has(key)) told.delete(key);
    for (const [key, problem] of problems) {
      if (before.get(key) !== problem || told.get(key) === problem) continue;
      told.set(key, problem);
      tell(problemText(key, problem));
    }
    before = problems;
  };
  let timer: NodeJS.Timeout;
  let stopped = false;
  const lookLater = (): void => {
    if (stopped) return;
    // The services log files that cannot be read.
    timer = setTimeout(
      () =>
        void look()
          .catch(() => undefined)
          .finally(lookLater),
      lookEveryMs,
    );
    timer.unref();
  };
  lookLater();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
