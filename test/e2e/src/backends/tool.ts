import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startProcess } from '@faultline/stores';

/** A backend that runs as a process of this machine, in a directory of its own. */
export interface Backend {
  /** What it wrote so far. */
  words(): string;
  stop(): Promise<void>;
}

interface Tool<Addresses> {
  /** A program on PATH. */
  command: string;
  /** Its configuration, and the arguments that name the file and the directory for data. */
  configuration(directory: string): string;
  arguments(file: string, directory: string): readonly string[];
  /** Variables besides those of this process. */
  environment?: Readonly<Record<string, string>>;
  /** Responds with 200 when it can be used. */
  readyUrl: string;
  /** Where others find it. */
  addresses: Addresses;
}

const readyMs = 60_000;
const stopMs = 10_000;
const attempts = 3;

const responds = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );

/** The errors that a program wrote, or its last words. */
const complaint = (words: string): string => {
  const errors = words.split('\n').filter((line) => /error|fatal|panic/i.test(line));
  return errors.length > 0 ? errors.join('\n').slice(0, 1_000) : words.slice(-500);
};

/**
 * Starts a backend and waits until it can be used. `describe` finds its ports; when the backend ends
 * at once, it is asked again: another program may have taken a port between being found free and
 * being used. Throws with what the backend complained of.
 */
export const startTool = async <Addresses>(
  describe: () => Promise<Tool<Addresses>>,
  attempt = 1,
): Promise<Backend & { addresses: Addresses }> => {
  const tool = await describe();
  const directory = await mkdtemp(join(tmpdir(), `faultline-${tool.command}-`));
  const file = join(directory, 'configuration.yml');
  await writeFile(file, tool.configuration(directory));
  let words = '';
  const started = await startProcess({
    command: tool.command,
    arguments: tool.arguments(file, directory),
    cwd: directory,
    environment: { ...process.env, ...tool.environment },
    orphanSignal: 'SIGTERM',
    scratch: directory,
    log: (chunk) => {
      words += chunk.toString();
    },
  });
  const stop = async () => {
    await started.stop('SIGTERM', stopMs);
    await rm(directory, { recursive: true, force: true });
  };
  const deadline = Date.now() + readyMs;
  while (!(await responds(tool.readyUrl))) {
    const ended = !started.running;
    if (ended || Date.now() > deadline) {
      await stop();
      if (ended && attempt < attempts) return startTool(describe, attempt + 1);
      throw new Error(`${tool.command} did not start; is it on PATH? ${complaint(words)}`);
    }
    await delay(100);
  }
  return { words: () => words, stop, addresses: tool.addresses };
};
