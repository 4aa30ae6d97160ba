import AxeBuilder from '@axe-core/playwright';
import { shareOfDay } from '@faultline/stores';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, phone, watchConsole } from './console-browser';
import {
  banner,
  failedTrace,
  goToLastFailed,
  heading,
  isLoaded,
  newestTrace,
  newestTraces,
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

describe('an address', () => {
  it('shows the same trace and span in another browser', async () => {
    const page = await openPage();
    await page.goto(await newestTrace(page));
    await page.getByRole('group', { name: 'Spans' }).waitFor();
    await page.keyboard.press('j');
    const title = await spanTitle(page).textContent();

    const other = await openPage();
    await other.goto(page.url());
    await expect.poll(() => spanTitle(other).textContent()).toBe(title);
  });

  it('that was copied has absolute times, and shows the same traces', async () => {
    const page = await openPage({ ...desk, permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto('/traces?last=5m&q=service:product&sort=duration');
    await page.getByRole('table').getByRole('link').first().waitFor();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const address = await page.evaluate<string>('navigator.clipboard.readText()');
    const { searchParams } = new URL(address);
    const [from, to] = ['from', 'to'].map((name) => Date.parse(searchParams.get(name) ?? ''));
    expect((to ?? 0) - (from ?? 0)).toBe(300_000);
    expect(searchParams.get('q')).toBe('service:product');

    const rows = (of: Page) => of.getByRole('table').getByRole('row').allTextContents();
    const other = await openPage();
    await Promise.all([page.goto(address), other.goto(address)]);
    await other.getByRole('button', { name: 'Back to live' }).waitFor();
    // Spans of the last seconds may still arrive between the two.
    await expect
      .poll(async () => {
        await Promise.all([page.reload(), other.reload()]);
        await Promise.all([page, other].map((of) => of.getByRole('table').waitFor()));
        const [one, same] = await Promise.all([rows(page), rows(other)]);
        return one.length > 2 && JSON.stringify(one) === JSON.stringify(same);
      }, verdict)
      .toBe(true);
  });
});

it('compares two traces that were marked, and their address shows the same', async () => {
  const page = await openPage();
  await page.goto('/traces?q=service:product&sort=duration');
  const marks = page.getByRole('checkbox');
  await marks.nth(1).waitFor();
  const labels = await Promise.all([0, 1].map((row) => marks.nth(row).getAttribute('aria-label')));
  for (const label of labels) await page.getByLabel(label ?? '', { exact: true }).check();
  await page.getByRole('link', { name: 'Compare the two marked' }).click();
  await heading(page).filter({ hasText: 'Two traces' }).waitFor();
  const differences = (of: Page) => of.getByRole('table').getByRole('row').allTextContents();
  await expect.poll(async () => (await differences(page)).length).toBeGreaterThan(1);

  const other = await openPage();
  await other.goto(page.url());
  await expect.poll(() => differences(other)).toEqual(await differences(page));
});

it('stays within a service, whatever is searched on its page', async () => {
  const page = await openPage();
  const asked = page.waitForRequest((request) => request.url().includes('/api/heat-map'));
  await page.goto(
    `/components/product?${new URLSearchParams({ q: 'kind:CLIENT OR duration:>0' })}`,
  );
  expect(new URL((await asked).url()).searchParams.get('q')).toBe(
    '(kind:CLIENT OR duration:>0) service:product kind:SERVER',
  );
  await page.getByText('failed spans against the rest').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('leads from a box that is no service to the traces of its requests', async () => {
  const page = await openPage();
  await page.goto('/');
  await onTheMap(page, 'payment-provider', 'OK').click();
  await page.getByRole('row', { name: /^payment payment-provider / }).waitFor();
  await page.getByRole('link', { name: 'Traces of these requests' }).click();
  await page.getByRole('table').getByRole('link').first().waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('peer.service:payment-provider');
});

it('saves files with the token of a console that asks for one', async () => {
  const page = await openPage();
  await page.goto('/');
  await heading(page).waitFor();
  await page.evaluate("sessionStorage.setItem('console-token', 'of-a-test')");
  await page.keyboard.press('Control+k');
  const request = page.waitForRequest(/\/api\/bundle/);
  const saved = page.waitForEvent('download');
  await page.getByRole('option', { name: 'Save what is shown as a bundle' }).click();
  expect((await request).headers().authorization).toBe('Bearer of-a-test');
  expect((await saved).suggestedFilename()).toMatch(/^faultline-.*\.gz$/);
});

/** Pages with what has to be seen on them. */
const pages = [
  ['/', 'Uptime budget'],
  ['/components/payment', 'Durations of its requests'],
  ['/components/product-data', 'Statements'],
  ['/components/cart-data', 'Replicas'],
  ['/components/payment-provider', 'Traces of these requests'],
  ['/traces?q=status:ERROR', 'Duration over time'],
  ['TRACE', 'Critical path'],
  ['COMPARISON', 'Difference'],
  ['/logs', 'Fields'],
  ['/incidents', 'Incidents'],
  ['/incidents/1', 'Begin'],
  ['/executive', 'Error budgets of the month'],
  ['/faults', 'The payment provider cannot be reached'],
] as const;

const addressOf = async (page: Page, path: string): Promise<string> => {
  if (path === 'TRACE') return newestTrace(page);
  if (path !== 'COMPARISON') return path;
  const [one = '', other = ''] = await newestTraces(page);
  return `${one}/with/${other.split('/').at(-1)}`;
};

const sizes = [
  ['a desk', desk],
  ['a phone', phone],
] as const;

const pagesBySize = sizes.flatMap(([size, options]) =>
  pages.map(([path, content]) => [path, size, content, options] as const),
);

it.each(shareOfDay(pagesBySize, 4))(
  '%s has its content on %s while a fault is on, fits the width and is accessible',
  async (path, _, content, options) => {
    await shop().switches.on('payment', { rate: 50 });
    const page = await openPage(options);
    await page.goto(await addressOf(page, path));
    await page.getByText(content, { exact: true }).first().waitFor();
    await banner(page).waitFor();
    await isLoaded(page);
    const expectAccessible = async (checks: AxeBuilder) => {
      const { violations } = await checks.analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    };
    await page.emulateMedia({ colorScheme: 'light' });
    await expectAccessible(
      new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']),
    );
    // Only colours are others in the dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(new AxeBuilder({ page }).withRules(['color-contrast']));
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(options.viewport.width);
  },
);

it.each([
  ['the overview', '/', 'Uptime budget'],
  ['the executive page', '/executive', 'Error budgets of the month'],
])(
  'needs no scrolling for %s on a desk, with the banner of a fault or without',
  async (_, path, content) => {
    const page = await openPage();
    await page.goto(path);
    const height = () => page.evaluate('document.documentElement.scrollHeight');
    await page.getByText(content, { exact: true }).waitFor();
    await isLoaded(page);
    expect(await height()).toBeLessThanOrEqual(desk.viewport.height);
    await shop().switches.on('payment', { rate: 50 });
    await banner(page).waitFor();
    expect(await height()).toBeLessThanOrEqual(desk.viewport.height);
  },
);
