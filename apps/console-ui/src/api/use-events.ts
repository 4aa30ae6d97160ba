import type { ConsoleEvents } from '@faultline/contracts/console';
import { eventsPath } from '@faultline/contracts/console/paths';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What an event changes: queries by the first part of their keys. */
const changedBy: Record<keyof ConsoleEvents, readonly string[]> = {
  state: ['overview', 'states', 'incident'],
  alert: ['overview', 'alerts', 'incidents', 'incident'],
  change: ['overview', 'changes'],
  faults: ['faults', 'overview'],
  counts: [],
};

/**
 * Shows at once what the console tells of. Numbers that always move are asked for from time to time besides, and so is
 * everything where there is no such stream: in a private console, as it needs a header that browsers do not send here.
 */
export const useEvents = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(eventsPath);
    for (const [event, names] of Object.entries(changedBy))
      source.addEventListener(event, () => {
        for (const name of names) void client.invalidateQueries({ queryKey: [name] });
      });
    return () => source.close();
  }, [client]);
};
