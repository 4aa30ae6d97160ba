import { setTimeout as delay } from 'node:timers/promises';
import type { ProductClient } from '@faultline/contracts';
import type { FaultBindings } from '@faultline/faults';

/** Starts a retry each `milliseconds`, or all at once, until one try has settled; the others are not cancelled. */
const impatiently = async <T>(
  ask: () => Promise<T>,
  tries: number,
  milliseconds: number,
): Promise<T> => {
  let responded = false;
  const running: Promise<T>[] = [];
  for (let attempt = 0; attempt < tries && !responded; attempt += 1) {
    const asked = ask().finally(() => {
      responded = true;
    });
    running.push(asked);
    // With 0 all start at once: a timer would take a millisecond, in which there may be a response.
    if (milliseconds > 0) await Promise.race([delay(milliseconds), asked.catch(() => undefined)]);
  }
  return Promise.any(running);
};

/** The faults of api-gateway, bound to its calls of product. */
export const apiGatewayFaults = (): FaultBindings<'api-gateway', { products: ProductClient }> => ({
  retryStorm: {
    around: (active) => ({
      products: (products) => ({
        list: (query) => {
          const storm = active();
          return storm
            ? impatiently(() => products.list(query), storm.tries, storm.interval)
            : products.list(query);
        },
      }),
    }),
  },
});
