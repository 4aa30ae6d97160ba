import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to the request that is being served and follows it through every await. */
export interface RequestContext {
  requestId: string;
  /** When the caller stops waiting, in milliseconds on the clock of `performance.now()`. */
  deadline: number;
  /** The hashed session, once it is known. */
  session?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the request being served; undefined in background work. */
export const requestContext = (): RequestContext | undefined => storage.getStore();

/** Runs `next` and all that it starts within a request's context. */
export const runInRequest = (context: RequestContext, next: () => void): void =>
  storage.run(context, next);
