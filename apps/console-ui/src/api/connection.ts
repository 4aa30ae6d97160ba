import { useSyncExternalStore } from 'react';

/** A console that has not responded for so many milliseconds is taken for silent. */
const patience = 8_000;

interface Waiting {
  since: number;
}

const listeners = new Set<() => void>();
const waiting = new Set<Waiting>();
let heard = 0;
let failed = false;
let silent = false;

/** Nothing was heard since a request was sent. */
const isUnheard = ({ since }: Waiting): boolean => heard < since;

const settle = (): void => {
  const late = [...waiting].some(
    (request) => Date.now() - request.since >= patience && isUnheard(request),
  );
  if (silent === (failed || late)) return;
  silent = failed || late;
  for (const listener of listeners) listener();
};

interface SentRequest {
  /** The console itself has responded, whatever it said. */
  responded(): void;
  /** Nothing came, or something that the console did not say. */
  failed(): void;
}

/** Whether the console responds, by all requests of this page. */
export const connection = {
  /** Notes that a request was sent, until it has responded or failed. */
  send: (): SentRequest => {
    const request = { since: Date.now() };
    waiting.add(request);
    const timer = setTimeout(settle, patience);
    const end = () => {
      clearTimeout(timer);
      waiting.delete(request);
    };
    return {
      responded: () => {
        end();
        heard = Date.now();
        failed = false;
        settle();
      },
      failed: () => {
        end();
        // One slow view says nothing while others respond.
        failed ||= isUnheard(request);
        settle();
      },
    };
  },
  isSilent: (): boolean => silent,
  /** The time of the last response; undefined before the first. */
  lastHeard: (): number | undefined => (heard === 0 ? undefined : heard),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Whether the console does not respond, so that what is shown is old. */
export const useSilence = (): boolean =>
  useSyncExternalStore(connection.subscribe, connection.isSilent, connection.isSilent);
