import { Worker, type WorkerOptions } from 'node:worker_threads';
import { MalformedBodyError } from '@faultline/otlp';
import { type Remote, wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/umd/node-adapter.js';
import { CursorError } from './cursor';
import { StoreFileError } from './schema';
import type { ThreadRole } from './worker';

/** A thread of the store has ended; another one is started soon. */
export class ThreadEndedError extends Error {
  override readonly name = 'ThreadEndedError';
}

/** The program of a thread. */
export interface ThreadProgram {
  file: string;
  options?: WorkerOptions;
}

export interface StoreThread<Api> {
  /** Asks the thread; rejects with a ThreadEndedError when it ends meanwhile, or has ended. */
  ask<Result>(question: (api: Remote<Api>) => Promise<Result>): Promise<Result>;
  end(): Promise<void>;
}

/** How long after the end of a thread the next is started, in milliseconds: longer with each that ends at once. */
const restartAfter = { first: 1_000, longest: 30_000 };
/** A thread that has lived so long did not end at once. */
const longEnough = 60_000;

const kinds = [StoreFileError, CursorError, MalformedBodyError];

/** Errors come out of a thread as their name and their message. */
const translated = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const Kind = kinds.find(({ name }) => name === error.name);
  return Kind ? new Kind(error.message) : error;
};

const start = <Api>({ file, options }: ThreadProgram, role: ThreadRole) => {
  const worker = new Worker(file, { ...options, workerData: role });
  const ended = Promise.withResolvers<never>();
  ended.promise.catch(() => undefined);
  /** Ends the questions that wait for an answer. A race of each with `ended` would keep all answers until then. */
  const waiting = new Set<(error: Error) => void>();
  let reason: unknown;
  let end: Error | undefined;
  worker.once('error', (error) => {
    reason = error;
  });
  worker.once('exit', () => {
    const because = reason instanceof Error ? `: ${reason.message}` : '';
    end =
      reason instanceof Error && reason.name === StoreFileError.name
        ? reason
        : new ThreadEndedError(`a thread of the store has ended${because}`, { cause: reason });
    for (const reject of waiting) reject(end);
    ended.reject(end);
  });
  const api = wrap<Api>(nodeEndpoint(worker));
  const ask = async <Result>(question: (api: Remote<Api>) => Promise<Result>): Promise<Result> => {
    if (end) throw end;
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    waiting.add(reject);
    try {
      question(api).then(resolve, reject);
      return await promise;
    } finally {
      waiting.delete(reject);
    }
  };
  return { worker, ask, ended: ended.promise };
};

/**
 * Starts a thread, and another one whenever it ends. Rejects if the first does not open. `ended` hears why a thread ended.
 */
export const startThread = async <Api>(
  program: ThreadProgram,
  role: ThreadRole,
  open: (api: Remote<Api>) => Promise<void>,
  ended: (role: ThreadRole['role'], reason: string) => void,
): Promise<StoreThread<Api>> => {
  let current = start<Api>(program, role);
  let timer: NodeJS.Timeout | undefined;
  let wait = restartAfter.first;
  let startedAt = performance.now();
  let closing = false;
  const ask: StoreThread<Api>['ask'] = async (question) => {
    try {
      return await current.ask(question);
    } catch (error) {
      throw translated(error);
    }
  };
  await ask(open);
  const follow = (): void => {
    void current.ended.catch((error: Error) => {
      if (closing) return;
      ended(role.role, error.message);
      if (performance.now() - startedAt > longEnough) wait = restartAfter.first;
      timer = setTimeout(() => {
        startedAt = performance.now();
        current = start(program, role);
        follow();
      }, wait);
      wait = Math.min(2 * wait, restartAfter.longest);
    });
  };
  follow();
  return {
    ask,
    end: async () => {
      closing = true;
      clearTimeout(timer);
      await current.worker.terminate();
    },
  };
};
