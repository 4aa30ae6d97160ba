import { describe, expect, it } from 'vitest';
import type { BurnRates } from '../../src/rollout/checks/burn-rates';
import { watchSlos } from '../../src/rollout/checks/slos';

const { signal } = new AbortController();

/** Well before the deployment; after it, so many readings fail, and then the objective burns so fast. */
const failing = (times: number, burn: number): BurnRates => {
  let reading = 0;
  return async () => {
    const now = reading++;
    if (now > 0 && now <= times) throw new Error('connection refused');
    return new Map([['checkout', now === 0 ? 0 : burn]]);
  };
};

describe('the watch of objectives', () => {
  it('tolerates four readings in a row that fail', async () => {
    const { check } = await watchSlos(failing(4, 0), 1);
    expect(await check(0, signal)).toEqual({ outcome: 'passed', words: 'none of 1 burns' });
  });

  it('fails after the fifth', async () => {
    const { check } = await watchSlos(failing(5, 0), 1);
    expect(await check(60, signal)).toEqual({ outcome: 'failed', words: 'connection refused' });
  });

  it('judges what it reads after failures', async () => {
    const { check } = await watchSlos(failing(3, 80), 1);
    expect(await check(60, signal)).toMatchObject({ outcome: 'failed' });
  });
});
