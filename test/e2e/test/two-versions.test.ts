import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessForTest } from '@faultline/service/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Balancer, startBalancer } from '../src/balancer';
import { openBrowser, pageTimeout } from '../src/browser';
import { startPageLoads } from '../src/cluster/page-loads';
import { nextVersionOf } from '../src/next-version';
import { builtStorefront, startWebGateway } from '../src/web-gateway';

const heading = 'Things that earn their place';
const nextHeading = 'Things that earn their bread';
const asset = /^\/assets\//;

let directory: string;
let browser: Browser;
const gateways: ProcessForTest[] = [];
let balancer: Balancer;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'faultline-versions-'));
  await nextVersionOf(builtStorefront, directory, [heading, nextHeading]);
  for (const storefront of [builtStorefront, directory])
    gateways.push(await startWebGateway(inject('apiGatewayUrl'), storefront));
  balancer = await startBalancer(gateways.map(({ url }) => url));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await balancer?.close();
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  await rm(directory, { recursive: true, force: true });
});

let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  context = await browser.newContext({ baseURL: balancer.url });
  page = await context.newPage();
  page.setDefaultTimeout(pageTimeout);
});
afterEach(async () => {
  balancer.lose();
  await context.close();
});

const mainHeading = () => page.getByRole('heading', { level: 1 });

/** Whether the page has its style: its own colour on the element that shows it. */
const isStyled = () =>
  page.evaluate<boolean>(
    "getComputedStyle(document.body).backgroundColor === 'rgb(250, 247, 242)'",
  );

describe('a page while two versions of the shop serve by turns', { timeout: 300_000 }, () => {
  it('is complete in 20 of 20 loads, each by a shopper who was never here', async () => {
    let missed = 0;
    for (let load = 0; load < 20; load += 1) {
      const fresh = await browser.newContext({ baseURL: balancer.url });
      page = await fresh.newPage();
      balancer.passed();
      await page.goto('/');
      await mainHeading().waitFor();
      await expect.poll(isStyled, { timeout: 30_000 }).toBe(true);
      missed += balancer
        .passed()
        .filter(({ path, status }) => asset.test(path) && status === 404).length;
      await fresh.close();
    }
    expect(missed, 'requests for an asset of the other version').toBeGreaterThan(0);
  });

  it('is complete when a shopper comes back', async () => {
    for (let load = 0; load < 6; load += 1) {
      await page.goto('/products');
      await mainHeading().waitFor();
      await expect.poll(isStyled, { timeout: 30_000 }).toBe(true);
    }
  });
});

describe('the page loads that watch a roll-out in a cluster', () => {
  it('get every asset by the tries of the page, and see both versions', async () => {
    const pages = startPageLoads(balancer.url);
    let served = 0;
    await expect
      .poll(
        () => {
          served += balancer.passed().filter(({ path }) => path === '/').length;
          return served;
        },
        { timeout: 60_000 },
      )
      .toBeGreaterThan(10);
    const { complete, scripts, failed } = await pages.stop();
    expect(failed).toEqual([]);
    expect(complete).toBeGreaterThan(5);
    expect(scripts.size).toBe(2);
  });
});

describe('a page whose script is nowhere', { timeout: 300_000 }, () => {
  const loadsOf = () => balancer.passed().filter(({ path }) => path === '/').length;
  const message = () => page.getByRole('alert');

  it('is loaded again a few times, and then says that it failed', async () => {
    balancer.passed();
    balancer.lose(/^\/assets\/.*\.js/);
    await page.goto('/');
    await message().getByText('The shop did not load').waitFor({ timeout: 60_000 });
    expect(loadsOf()).toBe(4);

    balancer.lose();
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await mainHeading().filter({ hasText: 'Things that earn' }).waitFor();
    await message().waitFor({ state: 'detached' });
  });

  it('is there as soon as a pod has its script', async () => {
    balancer.lose(/^\/assets\/[^?]*\.js$/);
    balancer.passed();
    await page.goto('/');
    await mainHeading().filter({ hasText: 'Things that earn' }).waitFor();
    expect(loadsOf(), 'page loads').toBe(1);
  });

  it('does without its style sheet rather than without its script', async () => {
    balancer.passed();
    balancer.lose(/\.css/);
    await page.goto('/');
    await mainHeading().filter({ hasText: 'Things that earn' }).waitFor();
    let loads = 0;
    await expect
      .poll(
        () => {
          loads += loadsOf();
          return loads;
        },
        { timeout: 60_000 },
      )
      .toBe(4);
    await mainHeading().filter({ hasText: 'Things that earn' }).waitFor();
  });
});
