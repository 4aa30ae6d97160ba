import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import * as guards from '@faultline/contracts/guards';
import { CheckFailed, type Shopper } from '../journeys';

export interface NodeShopperOptions extends Pick<Shopper, 'number' | 'client' | 'random'> {
  thinkScale: number;
  /** Aborted when the load stops; from then on shoppers do not pause. */
  closing: AbortSignal;
}

/** A shopper whose pauses use Node's timers. */
export const nodeShopper = ({ thinkScale, closing, ...shopper }: NodeShopperOptions): Shopper => ({
  ...shopper,
  guards,
  newKey: () => randomUUID(),
  think: async (seconds, atLeast = 0) => {
    if (atLeast > 0) await delay(atLeast * 1000);
    await dally(seconds * thinkScale - atLeast, closing);
  },
  check(name, condition, detail): asserts condition {
    if (!condition) throw new CheckFailed(name, detail());
  },
});

const dally = async (seconds: number, closing: AbortSignal): Promise<void> => {
  if (seconds <= 0 || closing.aborted) return;
  try {
    await delay(seconds * 1000, undefined, { signal: closing });
  } catch (error) {
    // Stopping the load ends the pause, but not the journey.
    if (!closing.aborted) throw error;
  }
};
