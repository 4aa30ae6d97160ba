import { AsyncLocalStorage } from 'node:async_hooks';

/** The context of a request, which is kept over asynchronous calls. */
export interface RequestContext {
  requestId: string;
  /** When the caller stops waiting, in milliseconds on the clock of `performance.now()`. */
  deadline: number;
  /** The hashed session, once it is known. */
  session?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the current request; undefined in background work. */
export const requestContext = (): RequestContext | undefined => storage.getStore();

/** Runs `next`, and everything that it starts, in a request's context. */
export const runInRequest = (context: RequestContext, next: () => void): void =>
  storage.run(context, next);
