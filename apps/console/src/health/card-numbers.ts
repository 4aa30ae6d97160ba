import { findLogs } from '@faultline/evidence';
import { alerts } from '@faultline/slo';
import type { TelemetryStore } from '@faultline/telemetry-store';
import type { ServiceName } from '@faultline/topology';

const readEvery = 2_000;
/** Lines are exported within seconds. */
const overlap = 5_000;
/** How long a card number in a log counts, in milliseconds; the same as in Loki. */
const lately = 60_000;
const mostLines = 2_000;

/** The services whose logs must not contain a card number. */
const checkedServices: ReadonlySet<ServiceName> = new Set(
  alerts.flatMap(({ when }) => (when.kind === 'logged' ? [when.service] : [])),
);

/** Looks for card numbers in the logs that arrive, in the background. */
export const createCardNumbers = (store: Pick<TelemetryStore, 'logs'>) => {
  const foundAt = new Map<ServiceName, number>();
  let readAt = 0;
  return {
    has: (service: ServiceName, now: number): boolean =>
      now - (foundAt.get(service) ?? Number.NEGATIVE_INFINITY) < lately,
    /** Reads what is new if it is time; resolves when that is done. */
    refresh: async (now: number): Promise<void> => {
      if (now - readAt < readEvery) return;
      const from = Math.max(readAt, now - lately) - overlap;
      readAt = now;
      for (const service of checkedServices) {
        const { items } = await store.logs({
          from,
          to: now + 1000,
          conditions: [{ field: 'service', operator: '=', value: service }],
          limit: mostLines,
        });
        const found = findLogs(items, { service, message: '/./', cardNumber: true });
        const times = found.map(({ time }) => time);
        if (times.length > 0) foundAt.set(service, Math.max(...times));
      }
    },
  };
};
