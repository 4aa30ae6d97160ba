import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { journeys } from '../src/journeys';
import { cents, fields, status } from './fixture/changes';
import { runK6, startK6, summaryOf, whyNoK6 } from './fixture/k6';
import { type Change, openShop, type Shop } from './fixture/shop';

const title = `k6${whyNoK6 === undefined ? '' : ` (skipped: ${whyNoK6})`}`;

describe.skipIf(whyNoK6 !== undefined)(title, () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await openShop();
  });

  afterEach(() => shop.close());

  const smoke = (settings = {}) => summaryOf('smoke', { BASE_URL: shop.url, ...settings });
  const arrivals = () => new Set(shop.seen.map(({ address }) => address)).size;
  const hurried = { THINK_SCALE: '0' };

  describe('smoke', () => {
    it('makes every journey once and passes', async () => {
      const { exitCode, summary, stderr } = await smoke();
      expect(stderr).toBe('');
      expect(summary).toMatchObject({ scenario: 'smoke', passed: true, crossed: [] });
      expect(summary.journeys).toEqual(
        Object.fromEntries(journeys.map(({ name }) => [name, { succeeded: 1, failed: 0 }])),
      );
      expect(exitCode).toBe(0);
    });

    it('counts every request under the name of its step', async () => {
      const { summary } = await smoke({ ROUNDS: '2' });
      const steps: { count: number }[] = Object.values(summary.steps);
      expect(steps.reduce((sum, { count }) => sum + count, 0)).toBe(shop.seen.length);
      expect(summary.requests).toEqual({ sent: shop.seen.length, failed: 0 });
      expect(summary.steps['checkout-declined'].count).toBe(2);
    });

    it('sends each shopper with a session and an address of their own', async () => {
      await smoke();
      const visits = Object.groupBy(shop.seen, ({ address }) => address);
      expect(Object.keys(visits).sort()).toEqual(journeys.map((_, index) => `10.0.0.${index + 1}`));
      // The first request has no cookie yet: its session is the one that it is given.
      for (const requests of Object.values(visits)) {
        expect(new Set(requests?.map(({ session }) => session)).size).toBe(1);
      }
    });

    it.each<[string, string, Change, Record<string, number>, number]>([
      [
        'responds with 500 to checkouts',
        'checkout',
        status(500),
        { 'checkout responds with 201': 1, 'checkout-declined responds with 402': 1 },
        2,
      ],
      [
        'declines a card that works',
        'checkout',
        (response) => (response.status === 201 ? { ...response, status: 402 } : response),
        { 'checkout responds with 201': 1 },
        0,
      ],
      [
        'shows a wrong total',
        'order',
        fields({ total: cents(1) }),
        { 'order total is the total of the purchase': 1 },
        0,
      ],
    ])(
      'fails when the shop %s, and names the check',
      async (_, route, change, failed, payments) => {
        shop.alter(route, change);
        const { exitCode, summary, stderr } = await smoke();
        expect(summary).toMatchObject({ passed: false, failedPayments: payments });
        expect(summary.checks.failed).toEqual(failed);
        expect(summary.crossed).toContain('checks: rate>=0.9999');
        for (const check of Object.keys(failed)) expect(stderr).toContain(check);
        expect(exitCode).toBe(99);
      },
    );

    it('fails when the shop closes the connection, and reports that there was no response', async () => {
      shop.alter('search', () => undefined);
      const { exitCode, summary, stderr } = await smoke();
      expect(summary.journeys.search).toEqual({ succeeded: 0, failed: 1 });
      expect(summary.requests.failed).toBe(1);
      expect(stderr).toMatch(/journey-failed search: search: no response \(EOF\)/);
      expect(exitCode).toBe(99);
    });

    it('spends the part of the month that is its own on failed payments: none', async () => {
      shop.alter('checkout', status(504));
      const { summary } = await smoke();
      expect(summary.failedPayments).toBe(2);
      expect(summary.crossed).toContain('failed_payments: count<=0');
    });

    it('fails when a step takes longer than the objective', async () => {
      const release = shop.hold();
      const { ended } = startK6('smoke', { BASE_URL: shop.url, SUMMARY: 'json' }, '--quiet');
      await expect.poll(() => shop.seen.length, { timeout: 10_000 }).toBe(1);
      // As slow as that the shop is.
      await delay(3_000);
      release();
      const { exitCode, stdout } = await ended;
      expect(JSON.parse(stdout)).toMatchObject({
        crossed: [
          expect.stringMatching(/^http_req_duration\{name:(categories|page)\}: p\(95\)<2000$/),
        ],
        requests: { failed: 0 },
      });
      expect(exitCode).toBe(99);
    });

    it('counts no failed payment where the second try settles it', async () => {
      const responses = [502, 201];
      shop.alter('checkout', (response) => ({
        ...response,
        status: responses.shift() ?? response.status,
      }));
      const { summary } = await smoke();
      expect(summary).toMatchObject({
        failedPayments: 0,
        requests: { failed: 1 },
        journeys: { buy: { succeeded: 1 } },
      });
    });

    it('tells of a reason once, however often it occurs', async () => {
      shop.alter('categories', status(500));
      const { summary, stderr } = await smoke({ ROUNDS: '4' });
      expect(summary.checks.failed).toEqual({
        'categories responds with 200': 4 * journeys.length,
      });
      expect(stderr.match(/journey-failed/g)).toHaveLength(journeys.length);
    });

    it('shows no session and no card, even those that the shop sends back', async () => {
      shop.alter('checkout', (response) => ({
        ...response,
        status: 500,
        body: `${shop.seen.at(-1)?.session} paid with 4242424242424242`,
      }));
      const { stdout, stderr } = await runK6('smoke', { BASE_URL: shop.url });
      expect(stderr).toContain('[cookie] paid with [number]');
      for (const secret of ['4242424242424242', '4000000000000002', ...sessions()]) {
        expect(stdout + stderr).not.toContain(secret);
      }
    });

    const sessions = () => new Set(shop.seen.map(({ session }) => session));

    it("ends with k6's own text", async () => {
      const { stdout, exitCode } = await runK6('smoke', { BASE_URL: `${shop.url}/` });
      expect(stdout).toMatch(/checks_succeeded\.*: 100\.00%/);
      expect(stdout).not.toContain('"scenario"');
      expect(exitCode).toBe(0);
    });
  });

  describe('baseline', () => {
    it('lets shoppers arrive at its rate and counts what became of them', async () => {
      const settings = { BASE_URL: shop.url, RATE: '7.5', DURATION: '2s', ...hurried };
      const { exitCode, summary } = await summaryOf('baseline', settings);
      // One more or less at each end.
      expect(arrivals()).toBeGreaterThanOrEqual(13);
      expect(arrivals()).toBeLessThanOrEqual(17);
      const counts: { succeeded: number }[] = Object.values(summary.journeys);
      expect(counts.reduce((sum, { succeeded }) => sum + succeeded, 0)).toBe(arrivals());
      expect(summary).toMatchObject({ scenario: 'baseline', dropped: 0, failedPayments: 0 });
      expect(exitCode).toBe(0);
    });

    it('leaves no arrival out when more shoppers than usual are there, since the shop is slow', async () => {
      const release = shop.hold();
      const settings = { RATE: '10', DURATION: '4s', SUMMARY: 'json', ...hurried };
      const { ended } = startK6('baseline', { BASE_URL: shop.url, ...settings }, '--quiet');
      // About 21 are usual.
      await expect.poll(arrivals, { timeout: 20_000 }).toBeGreaterThanOrEqual(30);
      release();
      const { stdout } = await ended;
      expect(JSON.parse(stdout)).toMatchObject({ dropped: 0 });
    });

    it('counts no journey that a signal cuts short', async () => {
      const settings = { RATE: '20', THINK_SCALE: '1', MAX_SHOPPERS: '100', SUMMARY: 'json' };
      const { child, ended } = startK6('baseline', { BASE_URL: shop.url, ...settings }, '--quiet');
      await expect.poll(() => shop.seen.length, { timeout: 10_000 }).toBeGreaterThan(30);
      child.kill('SIGTERM');
      const { exitCode, stdout, stderr } = await ended;
      expect(stderr).not.toContain('journey-failed');
      expect(JSON.parse(stdout)).toMatchObject({ requests: { failed: 0 }, failedPayments: 0 });
      expect(exitCode).toBe(105);
    });

    it('fails when it must turn shoppers away', async () => {
      const settings = { RATE: '50', DURATION: '1s', MAX_SHOPPERS: '1', ...hurried };
      const { exitCode, summary } = await summaryOf('baseline', {
        BASE_URL: shop.url,
        ...settings,
      });
      expect(summary.dropped).toBeGreaterThan(20);
      expect(summary.crossed).toContain('dropped_iterations: count<=0');
      expect(exitCode).toBe(99);
    });

    it.each([
      ['RATE', 'fast'],
      ['RATE', '0'],
      ['DURATION', 'soon'],
      ['DURATION', '0s'],
      ['THINK_SCALE', '-1'],
      ['SEED', '1.5'],
      ['MAX_SHOPPERS', '0'],
      ['BASE_URL', 'shop.test'],
      ['SUMMARY', 'xml'],
    ])('does not start with %s=%s', async (name, value) => {
      const { exitCode, stderr } = await runK6('baseline', { BASE_URL: shop.url, [name]: value });
      expect(stderr).toMatch(new RegExp(`${name} must be .*, not ${value}`));
      expect(exitCode).toBe(107);
      expect(shop.seen).toEqual([]);
    });
  });

  it('soak is a baseline that lasts', async () => {
    const settings = { BASE_URL: shop.url, RATE: '5', DURATION: '1s', ...hurried };
    const { exitCode, summary } = await summaryOf('soak', settings);
    expect(summary).toMatchObject({ scenario: 'soak', passed: true });
    expect(exitCode).toBe(0);
  });

  describe('spike', () => {
    const spike = { RATE: '2', PEAK: '40', CALM: '1s', RISE: '1s', HOLD: '1s', ...hurried };

    it('rises to its peak, and forgives that the shop turned one shopper away', async () => {
      const responses = [503];
      shop.alter('cart', (response) => ({
        ...response,
        status: responses.shift() ?? response.status,
      }));
      const { exitCode, summary } = await summaryOf('spike', { BASE_URL: shop.url, ...spike });
      // 2 + 21 + 40 + 21 + 2 in the five stages, and 2 in the calm after them.
      expect(arrivals()).toBeGreaterThan(75);
      expect(arrivals()).toBeLessThan(95);
      expect(summary.requests.failed).toBe(1);
      expect(summary).toMatchObject({ scenario: 'spike', crossed: [] });
      expect(exitCode).toBe(0);
    });

    it('fails when the shop falls over', async () => {
      shop.alter('product-list', status(503));
      const { exitCode, summary } = await summaryOf('spike', { BASE_URL: shop.url, ...spike });
      expect(summary.crossed).toContain('http_req_failed{scenario:spike}: rate<=0.100');
      expect(exitCode).toBe(99);
    });

    it('does not start with a peak that is no number', async () => {
      const { exitCode, stderr } = await runK6('spike', { PEAK: 'high' });
      expect(stderr).toContain('PEAK must be a number from 0.001 to 1000, not high');
      expect(exitCode).toBe(107);
    });
  });
});
