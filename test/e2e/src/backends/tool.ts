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

interface Tool {
  /** A program on PATH. */
  command: string;
  /** Its configuration, and the arguments that name the file and the directory for data. */
  configuration(directory: string): string;
  arguments(file: string, directory: string): readonly string[];
  /** Answers with 200 when it can be used. */
  readyUrl: string;
}

const readyMs = 60_000;
const stopMs = 10_000;

const responses = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );

/** Starts a backend and waits until it can be used. Throws with its last words when it can't. */
export const startTool = async (tool: Tool): Promise<Backend> => {
  const directory = await mkdtemp(join(tmpdir(), `faultline-${tool.command}-`));
  const file = join(directory, 'configuration.yml');
  await writeFile(file, tool.configuration(directory));
  let words = '';
  const started = await startProcess({
    command: tool.command,
    arguments: tool.arguments(file, directory),
    cwd: directory,
    environment: process.env,
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
  while (!(await responses(tool.readyUrl))) {
    if (!started.running || Date.now() > deadline) {
      await stop();
      throw new Error(`${tool.command} did not start; is it on PATH? ${words.slice(-500)}`);
    }
    await delay(100);
  }
  return { words: () => words, stop };
};
