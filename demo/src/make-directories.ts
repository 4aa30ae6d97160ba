import { chmod, mkdir, stat } from 'node:fs/promises';
import { DemoError } from './demo-error';
import type { Layout } from './layout';

/** Makes the directories that a demo writes to; throws a DemoError when it may not. */
export const makeDirectories = async ({ directory, logs, stores }: Layout): Promise<void> => {
  try {
    for (const part of [logs, stores]) await mkdir(part, { recursive: true });
    // Root's PostgreSQL runs as another account, which has to pass through, as through `mkdtemp`'s.
    if (process.getuid?.() === 0) await chmod(directory, (await stat(directory)).mode | 0o111);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new DemoError(`The demo cannot keep its data: ${reason}`);
  }
};
