import { toolUrl } from '@faultline/topology';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startShop } from '../src/start-shop';
import { desk, phone, watchConsole } from './console-browser';
import { isLoaded, newestTrace, rangeOf, verdict } from './console-page';

const { openPage, shop } = watchConsole();

const urlOf = ({ demo }: ReturnType<typeof shop>) => toolUrl('console', demo.portBase);
const silence = (page: Page) => page.getByRole('alert').filter({ hasText: 'No response since' });
const live = (page: Page) => page.getByText('Live', { exact: true });

describe('a console that does not respond', () => {
  it.each(['/', '/components/payment', '/logs', '/faults', '/executive'])(
    'is not called live on %s',
    async (path) => {
      const page = await openPage();
      await page.goto(path);
      await isLoaded(page);
      await live(page).first().waitFor();
      await page.route('**/api/**', (route) => route.abort('connectionrefused'));
      await silence(page).waitFor();
      expect(await silence(page).textContent()).toMatch(
        /^No response since \d\d:\d\d:\d\d; showing what was known then$/,
      );
      expect(await live(page).count()).toBe(0);
      await page.unroute('**/api/**');
      await live(page).first().waitFor();
      expect(await silence(page).count()).toBe(0);
    },
  );

  it('is noticed when it hangs, and when it is back', async () => {
    const page = await openPage();
    await page.goto('/');
    await isLoaded(page);
    const { pid } = shop().demo.process('console');
    if (pid === undefined) throw new Error('the console does not run');
    process.kill(pid, 'SIGSTOP');
    try {
      await silence(page).waitFor();
      expect(await live(page).count()).toBe(0);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await live(page).first().waitFor(verdict);
    expect(await silence(page).count()).toBe(0);
  });
});

describe('an address', () => {
  it('has the zoom and the folds of a trace', async () => {
    const page = await openPage();
    await page.goto(await newestTrace(page));
    const rows = (of: Page) => of.getByRole('group', { name: 'Spans' }).locator('[aria-pressed]');
    await rows(page).nth(1).waitFor();
    const map = await page.getByRole('img', { name: /^The trace in small/ }).boundingBox();
    if (!map) throw new Error('there is no map of the trace');
    const y = map.y + map.height / 2;
    await page.mouse.move(map.x + map.width * 0.2, y);
    await page.mouse.down();
    await page.mouse.move(map.x + map.width * 0.6, y, { steps: 4 });
    await page.mouse.up();
    await page
      .getByRole('button', { name: /^What is in/ })
      .first()
      .click();
    const zoom = (of: Page) => of.getByRole('img', { name: /40 % is shown$/ });
    await zoom(page).waitFor();
    await expect.poll(() => rows(page).count(), verdict).toBe(1);

    const other = await openPage();
    await other.goto(page.url());
    await zoom(other).waitFor();
    await expect.poll(() => rows(other).count(), verdict).toBe(1);
  });

  it('has the opened line of logs and how many there are, and the search for a fault', async () => {
    const page = await openPage();
    await page.goto('/logs?last=5m');
    await page.getByRole('button', { name: 'Pause' }).click();
    const lines = (of: Page) => of.getByRole('group', { name: 'Log lines' });
    const open = '[aria-expanded="true"]';
    await lines(page).locator('[aria-expanded]').nth(3).click();
    const text = await lines(page).locator(open).textContent();
    await page.getByRole('button', { name: 'Show 1,000' }).click();
    await page.getByRole('button', { name: 'Show 1,000' }).waitFor({ state: 'detached' });

    const other = await openPage();
    await other.goto(page.url());
    expect(await lines(other).locator(open).textContent()).toBe(text);
    expect(new URL(other.url()).searchParams.get('limit')).toBe('1000');

    await page.goto(`/components/api-gateway?${rangeOf(Date.now() - 60_000, Date.now())}`);
    const its = (of: Page) => of.getByRole('group', { name: 'Logs of api-gateway' });
    await its(page).locator('[aria-expanded]').nth(2).click();
    const itsText = await its(page).locator(open).textContent();
    await other.goto(page.url());
    expect(await its(other).locator(open).textContent()).toBe(itsText);

    await page.goto('/faults');
    await page.getByLabel('Search for a fault').fill('no connection left');
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
    await other.goto(page.url());
    await expect.poll(() => other.getByRole('article').count()).toBe(1);
  });
});

describe('a time before what is kept', () => {
  const before = rangeOf(1_000_000_000_000, 1_000_000_060_000);
  const tooOld = (page: Page) =>
    page.getByText(/^This time is too old: telemetry is kept since \d/);

  it.each(['/traces', '/logs'])('is called too old and leads to the oldest on %s', async (path) => {
    const page = await openPage();
    await page.goto(`${path}?${before}`);
    await tooOld(page).waitFor();
    await page.getByRole('link', { name: 'Go to the oldest' }).click();
    await tooOld(page).waitFor({ state: 'detached' });
    await page.locator('[data-row]').first().waitFor();
  });

  it('is too old for all that a component’s page has of spans and logs', async () => {
    const page = await openPage();
    await page.goto(`/components/product?${before}`);
    await expect.poll(() => tooOld(page).count()).toBe(4);
  });
});

describe('a log line', () => {
  it('keeps the focus when newer ones have come before it', async () => {
    const page = await openPage();
    await page.goto('/logs?q=service%3Asession');
    const lines = page.getByRole('group', { name: 'Log lines' }).locator('[aria-expanded]');
    await lines.nth(2).focus();
    const focused = page.locator('[aria-expanded]:focus');
    const text = await focused.textContent();
    const newest = await lines.first().textContent();
    await expect.poll(() => lines.first().textContent(), verdict).not.toBe(newest);
    expect(await focused.textContent()).toBe(text);
  });
});

describe('keys', () => {
  it('open and mark the trace that was selected, when newer ones have come before it', async () => {
    const page = await openPage();
    // Rare ones, so that it is still in the list after a while.
    await page.goto('/traces?q=service%3Apayment');
    const links = page.getByRole('table').getByRole('link');
    await links.first().waitFor();
    await page.keyboard.press('j');
    const selected = page.locator('tr[class*="selected"]').getByRole('link');
    const address = await selected.getAttribute('href');
    await expect.poll(() => links.first().getAttribute('href'), verdict).not.toBe(address);
    expect(await selected.getAttribute('href')).toBe(address);
    await page.keyboard.press('m');
    await page.locator('tr[class*="selected"]').getByRole('checkbox', { checked: true }).waitFor();
    await page.keyboard.press('o');
    await page.waitForURL((url) => url.pathname === address);
  });

  it('leave the space bar to the control with the focus, and open the palette from a text field', async () => {
    const page = await openPage();
    await page.goto('/');
    const replay = page.getByRole('button', { name: 'Replay' });
    await replay.waitFor();
    const colours = page.getByRole('button', { name: 'Dark colours' });
    await colours.focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Light colours' }).waitFor();
    expect(await replay.count()).toBe(1);
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Pause' }).waitFor();

    await page.goto('/faults');
    await page.getByLabel('Search for a fault').focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('executive');
    await page.getByRole('option', { name: 'Executive', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/executive*');
  });
});

it('loses no letter and no key while a page is busy', async () => {
  const page = await openPage();
  await page.goto(await newestTrace(page, 'service:web-gateway'));
  const search = page.getByLabel('Search in this trace');
  await search.waitFor();
  const selected = () => new URL(page.url()).searchParams.get('span');
  for (let press = 0; press < 3; press += 1) {
    const before = selected();
    await page.keyboard.press('j');
    await expect.poll(selected, verdict).not.toBe(before);
  }
  const third = selected();
  await page.keyboard.press('Escape');
  await expect.poll(selected, verdict).toBe(null);

  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setCPUThrottlingRate', { rate: 10 });
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('j');
  await expect.poll(selected, verdict).toBe(third);
  await search.focus();
  await page.keyboard.type('product');
  expect(await search.inputValue()).toBe('product');
});

it('one look at a trace shows that a statement is repeated', async () => {
  await shop().switches.on('listNPlusOne', {});
  const page = await openPage();
  const repeated = page.getByRole('button', { name: /SELECT products\s*× \d+/ });
  const isShown = async () => {
    await page.goto(await newestTrace(page, 'service:product http.route:"/products"'));
    await page
      .getByRole('button', { name: /SELECT products/ })
      .first()
      .waitFor();
    return (await repeated.count()) > 0;
  };
  await expect.poll(isShown, verdict).toBe(true);
  const [, times] = /× (\d+)/.exec((await repeated.first().textContent()) ?? '') ?? [];
  expect(Number(times)).toBeGreaterThanOrEqual(8);
});

it('a store says what of its page is of the time shown, and what is of now', async () => {
  const page = await openPage(phone);
  const to = Date.now() - 60_000;
  await page.goto(`/components/product-data?${rangeOf(to - 300_000, to)}`);
  await page.getByText(/^What it says of itself is of now, not of the time shown/).waitFor();
  await page.getByRole('heading', { name: 'Memory' }).waitFor();
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(phone.viewport.width);
  await page.goto('/components/product-data');
  await page.getByRole('heading', { name: 'Statements' }).waitFor();
  expect(await page.getByText(/is of now/).count()).toBe(0);
});

it('a bundle is shown as long as it is, and nothing of it is called live', async () => {
  const to = Date.now();
  const range = { from: to - 30_000, to };
  const bundle = await fetch(`${urlOf(shop())}/api/bundle?from=${range.from}&to=${range.to}`);
  const alone = await startShop({ only: 'console' });
  onTestFinished(() => alone.stop());
  const opened = await fetch(`${urlOf(alone)}/api/bundle`, {
    method: 'POST',
    headers: { 'content-type': 'application/gzip' },
    body: await bundle.arrayBuffer(),
  });
  expect(await opened.json()).toEqual(range);

  const page = await openPage({ ...desk, baseURL: urlOf(alone) });
  await page.goto('/');
  await page.getByRole('button', { name: 'Whole bundle' }).waitFor();
  expect(await live(page).count()).toBe(0);
  const slider = page.getByRole('slider', { name: 'Moment shown' });
  const ends = ['min', 'max'].map((name) => slider.getAttribute(name));
  expect((await Promise.all(ends)).map(Number)).toEqual([range.from, range.to]);
  await page.getByRole('link', { name: /^payment OK/ }).waitFor();
  expect(await page.getByText('Incidents', { exact: true }).count()).toBe(1);
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect.poll(async () => Number(await slider.inputValue())).toBeLessThan(range.to);
  await page.getByRole('button', { name: 'Replay' }).waitFor();
  expect(await live(page).count()).toBe(0);
});
