import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { watchConsole } from './console-browser';
import {
  banner,
  failedTrace,
  goToLastFailed,
  heading,
  onTheMap,
  span,
  spanTitle,
  tabTo,
  verdict,
} from './console-page';

const { openPage, shop } = watchConsole();

describe('a fault', () => {
  it('is on the page as soon as the console tells of it, before the page asks again', async () => {
    const page = await openPage();
    await page.clock.install();
    await page.goto('/');
    await onTheMap(page, 'payment', 'OK').waitFor(verdict);
    // From here on time stands nearly still for the page, so that it does not ask.
    await page.clock.pauseAt(Date.now() + 1_000);
    const seen = (what: Locator) => async () => {
      await page.clock.runFor(1);
      return what.count();
    };
    await shop().switches.on('payment', { rate: 100 });
    await expect.poll(seen(banner(page)), { interval: 200 }).toBe(1);
    const failing = onTheMap(page, 'payment', 'Failing');
    await expect.poll(seen(failing), { interval: 500, ...verdict }).toBe(1);
  });

  it('turns the map red, leads to its span, its statement and its logs, and is over when it is off', async () => {
    const page = await openPage();
    await page.goto('/');
    await onTheMap(page, 'product-data', 'OK').waitFor(verdict);

    await page.getByRole('link', { name: 'Faults', exact: true }).click();
    await page.getByLabel('Search for a fault').fill('no connection left');
    const card = page.getByRole('article');
    await expect.poll(() => card.count()).toBe(1);
    await card.getByRole('switch').click();
    await banner(page).waitFor();

    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    await onTheMap(page, 'product-data', 'Failing').filter({ hasText: /fail/ }).waitFor(verdict);
    await onTheMap(page, 'product', 'Failing')
      .filter({ hasText: /% of its requests fail, over 5 %/ })
      .click(verdict);
    await heading(page).filter({ hasText: 'product' }).waitFor();
    await page.getByText(/% of its requests fail, over 5 %/).waitFor();

    await failedTrace(page).click();
    await goToLastFailed(page, span(page).getByRole('heading', { name: /^Statement/ }));
    await span(page).getByText('Failed', { exact: true }).waitFor();
    await spanTitle(page).filter({ hasText: 'product' }).waitFor();
    await span(page)
      .locator('pre')
      .filter({ hasText: /select[\s\S]+from/i })
      .waitFor();
    await span(page)
      .getByText(/too many clients|connection slots/)
      .first()
      .waitFor();

    await span(page).getByRole('link', { name: 'Logs of this trace' }).click();
    await heading(page).filter({ hasText: 'Logs' }).waitFor();
    await page
      .getByRole('group', { name: 'Log lines' })
      .getByText(/product/)
      .first()
      .waitFor();

    await page.getByRole('link', { name: 'See faults' }).click();
    await page.getByRole('button', { name: 'All off' }).click();
    await expect.poll(() => banner(page).count()).toBe(0);
    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    await onTheMap(page, 'product', 'OK').waitFor(verdict);
    await onTheMap(page, 'product-data', 'OK').waitFor(verdict);
  }, 300_000);

  it('is found by keyboard alone', async () => {
    await shop().switches.on('payment', { rate: 100 });
    const page = await openPage();
    await page.goto('/');
    await tabTo(page, onTheMap(page, 'payment', 'Failing').filter({ hasText: /requests fail/ }));
    await page.keyboard.press('Enter');
    await heading(page).filter({ hasText: 'payment' }).waitFor();
    await tabTo(page, failedTrace(page));
    await page.keyboard.press('Enter');
    await goToLastFailed(page, spanTitle(page).filter({ hasText: 'payment' }));
    await span(page).getByText('Failed', { exact: true }).waitFor();
  }, 240_000);
});
