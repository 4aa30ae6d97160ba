import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { watchConsole } from './console-browser';
import { heading, isLoaded, verdict } from './console-page';

const { openPage, shop } = watchConsole();

const runbook = 'docs/runbooks/PaymentsFailing.md';

/** Opens the page of the incident that a fault of payment begins, while no other one is open. */
const openIncident = async (page: Page) => {
  await page.goto('/');
  await isLoaded(page);
  const tile = page.getByRole('link', { name: /open$/ });
  await tile.filter({ hasText: 'None open' }).waitFor(verdict);
  await shop().switches.on('payment', { rate: 100 });
  await page.getByText(runbook).first().waitFor(verdict);
  await tile.filter({ hasText: '1 open' }).click(verdict);
  await page.getByRole('article').filter({ hasText: 'Open' }).getByRole('link').click();
  await heading(page)
    .filter({ hasText: /payment/i })
    .waitFor();
};

it('an incident is acknowledged, commented, over by recovery, and has a post-mortem', async () => {
  const page = await openPage();
  await openIncident(page);

  const state = (words: string) => page.getByText(words, { exact: true }).first();
  const timeline = (words: RegExp) => page.getByRole('listitem').filter({ hasText: words });
  await page.getByLabel('Your name').fill('Ada');
  await page.getByText('Runbooks').locator('..').getByText(runbook).waitFor();
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await page.getByText('acknowledged by Ada', { exact: true }).waitFor();
  await state('Acknowledged').waitFor();
  expect(await page.getByRole('button', { name: 'Acknowledge' }).isDisabled()).toBe(true);

  await page.getByLabel('Comment').fill('comment');
  await page.getByRole('button', { name: 'Add comment' }).click();
  await timeline(/Comment\s*comment by Ada/).waitFor();
  expect(await page.getByLabel('Comment').inputValue()).toBe('');

  await shop().switches.off(['payment']);
  await page.getByText('recovered', { exact: true }).waitFor(verdict);
  expect(await page.getByRole('button', { name: 'Resolve' }).isDisabled()).toBe(true);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Post-mortem', exact: true }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/\.md$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  expect(text).toMatch(/\| Acknowledged \| by Ada after /);
  expect(text).toMatch(/\| Comment \|.*\| comment by Ada \|/);
  expect(text).toContain('by itself: its last alert ended');
}, 300_000);

it('an incident is resolved by a person, while its alert still fires', async () => {
  const page = await openPage();
  await openIncident(page);
  await page.getByRole('button', { name: 'Resolve' }).click();
  await page.getByText('resolved by somebody', { exact: true }).waitFor();
}, 200_000);
