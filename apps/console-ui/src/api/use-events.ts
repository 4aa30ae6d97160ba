import type { ConsoleEvents } from '@faultline/contracts/console';
import { eventsPath } from '@faultline/contracts/console/paths';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What an event changes: queries by the first part of their keys. */
const changedBy: Record<keyof ConsoleEvents, readonly string[]> = {
  state: ['overview', 'states', 'incident'],
  alert: ['overview', 'alerts', 'incidents', 'incident'],
  change: ['overview', 'changes'],
  faults: ['faults', 'overview'],
  counts: [],
  // It may have been any of them.
  skipped: ['overview', 'states', 'alerts', 'changes', 'incidents', 'incident', 'faults'],
};

/**
 * Loads queries again, by the first part of their keys. What is being loaded goes on: were it given up for each event, nothing
 * would ever be shown while events come faster than responses.
 */
export const loadAgain = (client: QueryClient, name: string): Promise<void> =>
  client.invalidateQueries({ queryKey: [name] }, { cancelRefetch: false });

/** Milliseconds after which a stream that the browser gave up is opened again. */
const reopenAfter = 5_000;

/**
 * Shows at once what the console tells of. Numbers that always move are asked for from time to time besides, and so is
 * everything where there is no such stream: in a private console, as it needs a header that browsers do not send here.
 * When the stream ends, the page asks at once whether the console is still there.
 */
export const useEvents = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    const changed = (name: string) => void loadAgain(client, name);
    let source: EventSource;
    let timer: number | undefined;
    const open = () => {
      source = new EventSource(eventsPath);
      for (const [event, names] of Object.entries(changedBy))
        source.addEventListener(event, () => names.forEach(changed));
      source.addEventListener('error', () => {
        changed('overview');
        // After a proxy's refusal, browsers do not try again.
        if (source.readyState === EventSource.CLOSED) timer = window.setTimeout(open, reopenAfter);
      });
    };
    open();
    return () => {
      window.clearTimeout(timer);
      source.close();
    };
  }, [client]);
};
