import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { exitCodeOf, program } from '@faultline/command-line';
import { alertKindOf } from '@faultline/slo';
import { toolUrl } from '@faultline/topology';
import type { Page } from 'playwright-core';
import { openBrowser } from './browser';
import { startShop } from './start-shop';

// `npm run docs:screenshots`: the pictures of the docs, of a shop with a fault.

const images = resolve(__dirname, '../../../docs/images');

/** Long enough for a chart to show something. */
const patience = 120_000;

/** How long the shop is healthy before, so that the charts of five minutes are full. */
const healthyFor = 270_000;

/** Each picture with what has to be seen in it. */
const pictures: Record<string, (page: Page) => Promise<void>> = {
  'console-overview': async (page) => {
    await page.goto('/?last=5m');
    await page.getByRole('link', { name: /^payment Failing/ }).waitFor();
    await page.getByText(alertKindOf('PaymentsFailing').title).first().waitFor();
  },
  'console-trace': async (page) => {
    await page.goto('/traces?last=5m&q=status:ERROR+service:payment');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('group', { name: 'Spans' }).waitFor();
    await page.keyboard.press('f');
    await page
      .getByRole('region', { name: 'Span', exact: true })
      .getByText('Failed', { exact: true })
      .first()
      .waitFor();
  },
  'console-executive': async (page) => {
    for (const action of ['acknowledge', 'resolve'])
      await page.request.post(`/api/incidents/1/${action}`, { data: { by: 'ada' } });
    await page.goto('/executive?last=15m');
    await page.getByRole('rowheader', { name: 'payment-provider' }).waitFor();
  },
};

const main = async (): Promise<number> => {
  program('npm run docs:screenshots', 'Takes the pictures of the docs.').parse();
  await using cleanup = new AsyncDisposableStack();
  const shop = await startShop({ console: true, load: {} });
  cleanup.defer(shop.stop);
  const browser = await openBrowser();
  cleanup.defer(() => browser.close());
  const page = await browser.newPage({
    baseURL: toolUrl('console', shop.demo.portBase),
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
  });
  page.setDefaultTimeout(patience);
  await mkdir(images, { recursive: true });
  await page.goto('/');
  await page.getByRole('link', { name: /^payment OK/ }).waitFor();
  await delay(healthyFor);
  await shop.switches.on('payment', { rate: 50 });
  for (const [name, show] of Object.entries(pictures)) {
    await show(page);
    await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled' });
    console.log(`docs/images/${name}.png`);
  }
  return 0;
};

void exitCodeOf(main).then((code) => {
  process.exitCode = code;
});
