import { consoleRoutes, IncidentList } from '@faultline/contracts/console';
import { readMetrics, sumOf } from '@faultline/evidence';
import { toolUrl } from '@faultline/topology';
import type { Page } from 'playwright-core';
import { Parse } from 'typebox/value';
import { expect, it } from 'vitest';
import { watchConsole } from './console-browser';
import { heading, isLoaded, verdict } from './console-page';

const { openPage, shop } = watchConsole();

const runbook = 'docs/runbooks/PaymentsFailing.md';

/** How soon a fault has to open an incident, in milliseconds. */
const openedWithin = 15_000;
/** How many purchases a healthy shop is watched for. */
const watched = 40;

const incidents = async () => {
  const url = toolUrl('console', shop().demo.portBase) + consoleRoutes.incidents.path;
  return Parse(IncidentList, await (await fetch(url)).json()).items;
};
/** A machine that others keep busy blocks event loops, and says so; that is no incident of the shop. */
const ofTheMachine = 'EventLoopBlocked';
/** What is wrong in the shop since a moment. */
const openedSince = async (start: number) =>
  (await incidents())
    .filter(
      ({ since, alerts }) => since >= start && alerts.some((each) => each.name !== ofTheMachine),
    )
    .map(({ component, title }) => `${component}: ${title}`);

const purchases = async () =>
  sumOf(await readMetrics(shop().demo.adminUrl('payment')), 'payments_total', {
    outcome: 'succeeded',
  });

it('a healthy shop opens no incident', async () => {
  const before = await purchases();
  const isSeen = async () =>
    (await openedSince(0)).length > 0 || (await purchases()) >= before + watched;
  await expect.poll(isSeen, { timeout: 240_000, interval: 1_000 }).toBe(true);
  expect(await openedSince(0)).toEqual([]);
}, 300_000);

/** Opens the page of the incident that a fault of payment begins, while no other one is open. */
const openIncident = async (page: Page) => {
  await page.goto('/');
  await isLoaded(page);
  const tile = page.getByRole('link', { name: /open$/ });
  await tile.filter({ hasText: 'None open' }).waitFor(verdict);
  const start = Date.now();
  await shop().switches.on('payment', { rate: 100 });
  await expect
    .poll(() => openedSince(start), { timeout: openedWithin, interval: 250 })
    .toContainEqual(expect.stringMatching(/^payment/));
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
