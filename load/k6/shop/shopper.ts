import { check, sleep } from 'k6';
import { randomBytes } from 'k6/crypto';
import * as guards from '../../../libs/contracts/src/guards.ts';
import { CheckFailed, type Shopper } from '../../src/journeys/index.ts';

interface K6ShopperOptions extends Pick<Shopper, 'number' | 'client' | 'random'> {
  thinkScale: number;
}

/** A shopper whose checks are k6's. */
export const k6Shopper = ({ thinkScale, ...shopper }: K6ShopperOptions): Shopper => ({
  ...shopper,
  guards,
  newKey: () =>
    [...new Uint8Array(randomBytes(16))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  think: async (seconds, atLeast = 0) => {
    // Blocks a virtual user who has no more to do than this journey; a timer that the end of the run
    // cuts short would be a line in the log.
    const pause = Math.max(seconds * thinkScale, atLeast);
    if (pause > 0) sleep(pause);
  },
  check(name, condition, detail): asserts condition {
    check(condition, { [name]: (holds) => holds });
    if (!condition) throw new CheckFailed(name, detail());
  },
});
