import { levels } from 'pino';

/** Lines that this process has written since its start, by level. */
export const logLines: Record<string, number> = { info: 0, error: 0 };

export const countLine = (level: number): void => {
  const label = levels.labels[level] ?? '';
  logLines[label] = (logLines[label] ?? 0) + 1;
};
