import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import { BenchError } from '../bench';
import type { HopRequest } from './hop';

/** Connections that are kept open. */
export const connections = 10;

/** Requests that start in a second. */
export const perSecond = 1_000;

/**
 * Sends a request many times at a fixed rate, however fast it is answered. As fast as possible would
 * not do: the faster of two servers then keeps its clients and stores awake, and pays less for
 * sending. Throws unless all are answered well.
 */
export const fire = async (
  url: string,
  { path, headers }: HopRequest,
  requests: number,
): Promise<void> => {
  const pool = new Pool(url, { connections });
  let well = 0;
  const ask = async () => {
    const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
    await body.dump();
    if (statusCode === 200) well += 1;
  };
  const asked: Promise<unknown>[] = [];
  const start = performance.now();
  while (asked.length < requests) {
    const due = Math.ceil(((performance.now() - start) / 1000) * perSecond);
    while (asked.length < Math.min(due, requests)) asked.push(ask().catch(() => undefined));
    await delay(1);
  }
  await Promise.all(asked);
  await pool.close();
  if (well !== requests)
    throw new BenchError(`${url}${path}: ${well} of ${requests} answered well`);
};
