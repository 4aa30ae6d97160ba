import { watchFile as lookAt, unwatchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** The interval of checks, in milliseconds. */
const interval = 250;

interface Watch {
  stop(): void;
}

interface Listener {
  /** Called with the text if it has changed; errors that it throws go to `failed`. */
  read(text: string): void;
  /** Called with the reason if the text cannot be read or used. */
  failed(error: Error): void;
}

/** Reads a file; an empty one again after an interval, because a file written in place is empty first. */
const readWritten = async (file: string): Promise<string> => {
  const text = await readFile(file, 'utf8');
  if (text !== '') return text;
  await setTimeout(interval, undefined, { ref: false });
  return readFile(file, 'utf8');
};

/**
 * Watches a file; resolves after the first read. Polling, unlike events, detects all ways
 * to change a file: written in place, replaced, or swapped behind a link as Kubernetes does. Reads
 * do not overlap, so that an older text never arrives after a newer one.
 */
export const watchFile = async (file: string, { read, failed }: Listener): Promise<Watch> => {
  let text: string | undefined;
  const load = async (): Promise<void> => {
    try {
      const next = await readWritten(file);
      if (next === text) return;
      text = next;
      read(next);
    } catch (error) {
      // The same text must be read again when the file is back.
      text = undefined;
      failed(error instanceof Error ? error : new Error(String(error)));
    }
  };

  let loading = Promise.resolve();
  const changed = (): void => {
    loading = loading.then(load);
  };
  // Before the first read: a change between that and the first look would never be seen.
  lookAt(file, { interval, persistent: false }, changed);
  changed();
  await loading;
  return { stop: () => unwatchFile(file, changed) };
};
