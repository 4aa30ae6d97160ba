import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine } from './machine';
import { isMet, type Report } from './report';

/** Writes a report to `NAME.json` in a directory, over the last one, and answers with the file. */
export const record = async (
  directory: string,
  name: string,
  machine: Machine,
  report: Report,
): Promise<string> => {
  const file = join(directory, `${name}.json`);
  const targets = report.targets.map((target) => ({ ...target, met: isMet(target) }));
  const content = { name, at: new Date().toISOString(), machine, ...report, targets };
  await mkdir(directory, { recursive: true });
  await writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`);
  return file;
};
