import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { statusOf } from '@faultline/service/testing';
import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { type Exchange, exchange } from '../src/raw-exchange';
import { rawRequests } from '../src/raw-requests';

const cases = Number(process.env.RAW_REQUESTS ?? 5000);
const seed = Number(process.env.RAW_SEED ?? randomInt(2 ** 31));
const atATime = 24;

interface Finding {
  request: string;
  response: string;
}

const failures = (response: string): string[] =>
  [...response.matchAll(/HTTP\/1\.[01] (5\d\d)/g)].map(([, status]) => status ?? '');

/** A busy machine may refuse for want of room (503); asked again later, it should understand. */
const responseTo = async (url: URL, bytes: string): Promise<Exchange> => {
  for (let attempt = 1; ; attempt += 1) {
    const exchanged = await exchange(url, bytes);
    const found = failures(exchanged.response);
    if (attempt === 10 || found.length === 0 || found.some((status) => status !== '503'))
      return exchanged;
    await delay(attempt * 200);
  }
};

const findFailures = async (url: URL): Promise<Finding[]> => {
  const found: Finding[] = [];
  const left = fc.sample(rawRequests, { seed, numRuns: cases }).values();
  const work = async (): Promise<void> => {
    for (const bytes of left) {
      const { response, closed } = await responseTo(url, bytes);
      if (failures(response).length > 0 || !closed)
        found.push({ request: bytes.slice(0, 400), response: response.slice(0, 600) });
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return found;
};

describe('the public entry', () => {
  it(`understands or refuses ${cases} odd requests (RAW_SEED=${seed})`, {
    timeout: 600_000,
  }, async () => {
    console.info(`raw requests: RAW_SEED=${seed}`);
    const shop = new URL(inject('shopUrl'));
    expect(await findFailures(shop)).toEqual([]);
    expect(await statusOf(new URL('/health/status', shop).href)).toBe(200);
  });
});
