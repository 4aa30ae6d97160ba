import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** How long a fault may take to be seen, and a component to recover. */
export const verdict = { timeout: 90_000 };

/** The query of a range of times, in ms since 1970. */
export const rangeOf = (from: number, to: number) =>
  new URLSearchParams({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
export const span = (page: Page) => page.getByRole('region', { name: 'Span', exact: true });
export const spanTitle = (page: Page) => span(page).getByRole('heading', { level: 2 });
export const onTheMap = (page: Page, name: string, state: string) =>
  page.getByRole('link', { name: new RegExp(`^${name} ${state}`) });
export const banner = (page: Page) => page.getByText('the shop is broken on purpose');

export const isLoaded = (page: Page) =>
  expect
    .poll(
      () =>
        page
          .getByRole('status')
          .filter({ hasText: /^Loading/ })
          .count(),
      verdict,
    )
    .toBe(0);

/** Presses Tab until an element has the focus. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  const isFocused = async () => (await target.and(page.locator(':focus')).count()) > 0;
  for (let presses = 0; presses < 200 && !(await isFocused()); presses += 1)
    await page.keyboard.press('Tab');
  expect(await isFocused()).toBe(true);
};

export const failedTrace = (page: Page) =>
  page.getByRole('region', { name: 'Errors' }).getByRole('link', { name: 'trace' }).first();

/**
 * Goes to the last failed span of a trace by its key, until it shows what is looked for: the last spans of a trace may
 * arrive after the page was opened.
 */
export const goToLastFailed = async (page: Page, sought: Locator): Promise<void> => {
  await page.getByRole('group', { name: 'Spans' }).waitFor();
  const isShown = async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
    await spanTitle(page).waitFor();
    return sought.isVisible();
  };
  await expect.poll(isShown, verdict).toBe(true);
};

/** Milliseconds after which all spans of a trace have arrived. */
const complete = 5_000;

/** The paths of the two newest complete traces that a query finds, the newest first. */
export const newestTraces = async (page: Page, query = ''): Promise<string[]> => {
  const links = page.getByRole('table').getByRole('link');
  const areThere = async () => {
    const now = Date.now();
    const search = rangeOf(now - 300_000, now - complete);
    search.set('q', query);
    await page.goto(`/traces?${search}`);
    return links
      .nth(1)
      .waitFor({ timeout: complete })
      .then(
        () => true,
        () => false,
      );
  };
  await expect.poll(areThere, verdict).toBe(true);
  const addresses = await Promise.all([0, 1].map((row) => links.nth(row).getAttribute('href')));
  return addresses.map((address) => address?.split('?')[0] ?? '');
};

export const newestTrace = async (page: Page, query = ''): Promise<string> => {
  const [path = ''] = await newestTraces(page, query);
  return path;
};
