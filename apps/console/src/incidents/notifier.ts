import type { Incident } from '@faultline/contracts/console';
import pRetry from 'p-retry';
import { type Static, Type } from 'typebox';
import type { EventLog } from '../events/event-log';
import type { Incidents } from './incidents';
import { isShortened } from './slack';

/** Somebody was told that an incident has this state. */
export const Told = Type.Object({
  at: Type.Number(),
  incident: Type.Integer(),
  state: Type.Enum(['open', 'acknowledged', 'resolved']),
  priority: Type.Optional(Type.Enum(['page', 'ticket'])),
  /** What it was about. */
  component: Type.Optional(Type.String()),
});
export type Told = Static<typeof Told>;

export interface NotifierOptions {
  incidents: Pick<Incidents, 'all' | 'find' | 'subscribe'>;
  /** What was told, so that a restart repeats nothing and forgets nothing. */
  told: EventLog<Told>;
  /** Sends what an incident is now; `before` is the component that it was said to be about, if that is another one. */
  send(incident: Incident, signal: AbortSignal, before?: string): Promise<void>;
  /** Called for each attempt that failed; there will be another one. */
  failed(incident: number, reason: string): void;
  /** Called once for each incident of which a message had to be cut. */
  shortened(incident: number): void;
  /** The first pause between two attempts, in milliseconds; it doubles up to a minute. */
  firstPauseMs?: number;
}

/** Incidents that ended before are history when the notifier is used for the first time. */
const newsMs = 24 * 60 * 60 * 1000;
const longestPauseMs = 60_000;

/**
 * Tells of each incident when it is opened, becomes a page, is about another component, is acknowledged and resolved, one
 * after the other, until it was heard. What is refused keeps nobody else from being told, nor from being told at once.
 */
export const startNotifier = (options: NotifierOptions) => {
  const { incidents, told, send, failed, shortened, firstPauseMs = 1_000 } = options;
  const stopping = new AbortController();
  const lastTold = new Map<number, Pick<Told, 'state' | 'priority' | 'component'>>(
    told.all().map((each) => [each.incident, each]),
  );

  const knownAsShortened = new Set<number>();

  /** The component that an incident was said to be about, if it is about another one by now. */
  const movedFrom = ({ id, component }: Incident): string | undefined => {
    const told = lastTold.get(id)?.component;
    return told === component ? undefined : told;
  };

  const isNews = (incident: Incident): boolean => {
    const { id, state, priority, resolved } = incident;
    if (resolved !== undefined && Date.now() - resolved >= newsMs) return false;
    const last = lastTold.get(id);
    if (state !== last?.state) return true;
    const isMoreUrgent = priority === 'page' && last.priority === 'ticket';
    return state !== 'resolved' && (isMoreUrgent || movedFrom(incident) !== undefined);
  };

  const tell = async (id: number): Promise<void> => {
    // As it is by then: what changed while nobody listened is told in one message.
    const incident = incidents.find(id);
    if (!incident || !isNews(incident)) return;
    await send(incident, stopping.signal, movedFrom(incident));
    if (isShortened(incident) && !knownAsShortened.has(id)) {
      knownAsShortened.add(id);
      shortened(id);
    }
    const { state, priority, component } = incident;
    lastTold.set(id, { state, priority, component });
    told.append({ at: Date.now(), incident: id, state, priority, component });
  };

  /** Tells all that is news, the oldest first. Throws if some of it was not heard. */
  const tellEach = async (): Promise<void> => {
    let error: unknown;
    for (const { id } of incidents.all().filter(isNews).reverse())
      await tell(id).catch((cause: unknown) => {
        error = cause;
        stopping.signal.throwIfAborted();
        failed(id, cause instanceof Error ? cause.message : String(cause));
      });
    if (error !== undefined) throw error;
  };

  const tellAll = (signal: AbortSignal): Promise<void> =>
    pRetry(tellEach, {
      retries: Number.POSITIVE_INFINITY,
      minTimeout: firstPauseMs,
      maxTimeout: longestPauseMs,
      signal: AbortSignal.any([stopping.signal, signal]),
    });

  let running: Promise<void> | undefined;
  /** Ends the pause after an attempt, not the attempt. */
  let pause = new AbortController();
  const wake = (): void => {
    if (running) {
      pause.abort();
      return;
    }
    pause = new AbortController();
    running = tellAll(pause.signal)
      // Stopped, and the rest is told after the next start; or there is more to tell.
      .catch(() => undefined)
      .finally(() => {
        running = undefined;
        if (!stopping.signal.aborted && incidents.all().some(isNews)) wake();
      });
  };
  const end = incidents.subscribe(wake);
  wake();
  return {
    close: async (): Promise<void> => {
      end();
      stopping.abort();
      await running;
    },
  };
};
