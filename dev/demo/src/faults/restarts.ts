import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ComponentGroup } from '../supervision/component-group';

const lookEveryMs = 250;

/** Restarts the components for which there is a request in `directory`, until `stop`. */
export const restartWhatIsAsked = (directory: string, group: ComponentGroup): { stop(): void } => {
  const underWay = new Set<string>();
  const look = async (): Promise<void> => {
    // The directory may have been removed with the demo's data.
    const asked: string[] = await readdir(directory).catch(() => []);
    for (const { name } of group.components) {
      if (!asked.includes(name) || underWay.has(name)) continue;
      underWay.add(name);
      try {
        await group.restart(name);
        await rm(join(directory, name), { force: true });
      } finally {
        underWay.delete(name);
      }
    }
  };
  // The requester gets a timeout error; the next check tries again.
  const timer = setInterval(() => void look().catch(() => undefined), lookEveryMs);
  return { stop: () => clearInterval(timer) };
};
