import { watchFile as lookAt, unwatchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** How often the file is looked at, in milliseconds. */
const interval = 250;

interface Watch {
  stop(): void;
}

interface Listener {
  /** Hears the text when it is another than before; what it throws goes to `failed`. */
  read(text: string): void;
  /** Hears why there is no text that could be used. */
  failed(error: Error): void;
}

/**
 * Watches a file; it was read once when this resolves. Looking at it (instead of listening for events) sees each way
 * to change it: written in place, replaced, or swapped behind a link as Kubernetes does. One read ends
 * before the next begins, so that an earlier text never comes after a later one.
 */
export const watchFile = async (file: string, { read, failed }: Listener): Promise<Watch> => {
  let text: string | undefined;
  const load = async (): Promise<void> => {
    try {
      const next = await readFile(file, 'utf8');
      if (next === text) return;
      text = next;
      read(next);
    } catch (error) {
      // The same words may be right again when the file is back.
      text = undefined;
      failed(error instanceof Error ? error : new Error(String(error)));
    }
  };

  let loading = load();
  const changed = (): void => {
    loading = loading.then(load);
  };
  await loading;
  lookAt(file, { interval, persistent: false }, changed);
  return { stop: () => unwatchFile(file, changed) };
};
