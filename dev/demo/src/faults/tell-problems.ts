import { readFile } from 'node:fs/promises';
import { type FaultKey, readFaults } from '@faultline/faults';
import { type Problems, problemsOf } from './problems';
import { problemText } from './render';

const lookEveryMs = 2_000;

/**
 * Tells of each fault that is on and does not take hold, once for each reason, until `stop`. What is so at two looks in
 * a row counts: a service reads a switch a moment later.
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
    const problems = await problemsOf(on, portBase);
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
    // A file that cannot be read is told of by the services.
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
