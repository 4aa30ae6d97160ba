import { randomBytes } from 'node:crypto';

const pooledBytes = 4096;

let pool = '';
let used = 0;

/** Random hexadecimal digits, cut from a pool, since each asking is a way into native code. */
const digits = (count: number): string => {
  if (used + count > pool.length) {
    pool = randomBytes(pooledBytes).toString('hex');
    used = 0;
  }
  used += count;
  return pool.slice(used - count, used);
};

export const newTraceId = (): string => digits(32);

export const newSpanId = (): string => digits(16);
