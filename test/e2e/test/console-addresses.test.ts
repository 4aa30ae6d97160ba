import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, watchConsole } from './console-browser';
import { heading, newestTrace, onTheMap, spanTitle, verdict } from './console-page';

const { openPage } = watchConsole();

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
