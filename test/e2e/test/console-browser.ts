import { faultKeys } from '@faultline/faults';
import { toolUrl } from '@faultline/topology';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser, pageTimeout } from '../src/browser';
import { startShop } from '../src/start-shop';

// Without transitions, so that no colour is measured on its way to another one.
export const desk = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;
export const phone = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const;

type Shop = Awaited<ReturnType<typeof startShop>>;

/** A shop with visitors and its console, for the tests of a file. After each test, no fault is on. */
export const watchConsole = (): {
  shop(): Shop;
  /** A page in a browser profile of its own; a test fails whose pages throw. */
  openPage(options?: BrowserContextOptions): Promise<Page>;
} => {
  let shop: Shop;
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    shop = await startShop({ console: true, load: { rate: 3 } });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await shop?.stop();
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    await shop.switches.off(faultKeys);
    expect(complaints.splice(0)).toEqual([]);
  });

  return {
    shop: () => shop,
    openPage: async (options = desk) => {
      const baseURL = toolUrl('console', shop.demo.portBase);
      const context = await browser.newContext({ baseURL, ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(pageTimeout);
      page.on('pageerror', (error) => complaints.push(error.message));
      return page;
    },
  };
};
