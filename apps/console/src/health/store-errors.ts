import type { TelemetryStore } from '@faultline/telemetry-store';
import { logWindow } from './reasons';

/** Milliseconds between two reads. */
const readEvery = 2_000;

/** How many error lines each service and store has exported lately, read in the background. */
export interface StoreErrors {
  of(service: string): number;
  /** Reads again if it is time; resolves when that is done. */
  refresh(now: number): Promise<void>;
}

export const createStoreErrors = (store: Pick<TelemetryStore, 'logFacets'>): StoreErrors => {
  let counts = new Map<string, number>();
  let readAt = 0;
  return {
    of: (service) => counts.get(service) ?? 0,
    refresh: async (now) => {
      if (now - readAt < readEvery) return;
      readAt = now;
      const { service } = await store.logFacets({
        from: now - logWindow * 1000,
        // Clocks and rounding: what is as new as this moment counts.
        to: now + 1000,
        conditions: [{ field: 'level', operator: '=', value: 'error' }],
      });
      counts = new Map(service.map(({ value, count }) => [value, count]));
    },
  };
};
