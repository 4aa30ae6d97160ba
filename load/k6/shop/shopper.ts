import { check } from 'k6';
import { randomBytes } from 'k6/crypto';
import { setTimeout } from 'k6/timers';
import { CheckFailed, type Shopper } from '../../src/journeys/index.ts';

interface K6ShopperOptions extends Pick<Shopper, 'number' | 'client' | 'random'> {
  thinkScale: number;
}

/** A shopper whose checks are k6's. */
export const k6Shopper = ({ thinkScale, ...shopper }: K6ShopperOptions): Shopper => ({
  ...shopper,
  newKey: () =>
    [...new Uint8Array(randomBytes(16))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  think: (seconds, atLeast = 0) => pause(Math.max(seconds * thinkScale, atLeast)),
  check(name, condition, detail): asserts condition {
    check(condition, { [name]: (holds) => holds });
    if (!condition) throw new CheckFailed(name, detail());
  },
});

const pause = (seconds: number): Promise<void> =>
  seconds === 0
    ? Promise.resolve()
    : new Promise((resolve) => void setTimeout(resolve, seconds * 1000));
