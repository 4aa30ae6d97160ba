import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MetricHistory, ScrapeTarget } from '@faultline/evidence';
import { isMissing, writeAtomically } from '../files';
import { decodeHistory, encodeHistory, SavedHistoryError } from './saved-history';

export interface HistoryFilesOptions {
  history: MetricHistory;
  targets: readonly ScrapeTarget[];
  /** Created if it is missing. */
  directory: string;
  /** Milliseconds between two saves, each of another target; default 5 s, so that a kill loses half a minute. */
  saveEvery?: number;
  /** Called with the reason why a file cannot be used; its target begins with an empty history. */
  unusable(file: string, reason: string): void;
}

/** Restores the histories that were saved, and saves them from time to time, and at the end. */
export const openHistoryFiles = async ({
  history,
  targets,
  directory,
  saveEvery = 5_000,
  unusable,
}: HistoryFilesOptions): Promise<{ close(): Promise<void> }> => {
  await mkdir(directory, { recursive: true });
  const fileOf = (target: ScrapeTarget) => join(directory, `${target}.metrics`);

  const restore = async (target: ScrapeTarget): Promise<void> => {
    try {
      const saved = decodeHistory(await readFile(fileOf(target)));
      if (!history.restore(target, saved)) throw new SavedHistoryError('it has another size');
      // Nobody looked in between, which is no growth from the last scrape to the next.
      history.add(target, { time: Date.now(), samples: undefined });
    } catch (error) {
      if (isMissing(error)) return;
      if (!(error instanceof SavedHistoryError)) throw error;
      unusable(fileOf(target), error.message);
    }
  };
  for (const target of targets) await restore(target);

  const save = async (target: ScrapeTarget): Promise<void> => {
    const saved = history.save(target);
    if (saved) await writeAtomically(fileOf(target), encodeHistory(saved));
  };
  let turn = 0;
  let saving: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    const target = targets[turn % targets.length];
    turn += 1;
    // A full disk: the next turn tries again.
    if (target) saving = saving.then(() => save(target)).catch(() => undefined);
  }, saveEvery);

  return {
    close: async () => {
      clearInterval(timer);
      await saving;
      for (const target of targets) await save(target);
    },
  };
};
