import { afterEach, beforeEach, vi } from 'vitest';

/** In each test of a file, Date is a fake that begins at a moment in ms since 1970. */
export const fakeDateFrom = (now: number): void => {
  beforeEach(() => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
};
