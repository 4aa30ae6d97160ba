import { check } from 'k6';
import { browser, type Page } from 'k6/browser';
import { Counter } from 'k6/metrics';
import type { Options } from 'k6/options';
import { objectives } from '../../libs/slo/src/objectives.ts';
import { originFrom } from './shop/settings.ts';

const origin = originFrom('BASE_URL', 'http://127.0.0.1:8080');

/** One shopper buys something in a real browser. Needs a Chromium. */
export const options: Options = {
  scenarios: {
    browser: {
      executor: 'shared-iterations',
      vus: 1,
      iterations: 1,
      maxDuration: '2m',
      options: { browser: { type: 'chromium' } },
    },
  },
  // No addresses: they hold the ids of products and orders.
  systemTags: ['scenario', 'name', 'method', 'status', 'check', 'group'],
  thresholds: {
    purchases: ['count>=1'],
    browser_http_req_failed: ['rate<=0'],
    browser_http_req_duration: [`p(95)<${objectives.latency * 1000}`],
  },
};

/** Milliseconds to wait for something to appear. */
const patience = 10_000;
const purchases = new Counter('purchases');

/** So that a run without a purchase misses its threshold; k6 does not ask it of no figure at all. */
export const setup = (): void => purchases.add(0);

export default async (): Promise<void> => {
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  nameAddresses(page);
  try {
    await fillCart(page);
    const total = await pay(page);
    await heading(page, 'Thank you');
    const goods = await page.getByRole('table', { name: 'Ordered goods' }).textContent();
    const holds = check(goods, {
      'the order has the total that was paid': (text) => text?.includes(total) ?? false,
    });
    if (holds) purchases.add(1);
  } finally {
    await page.close();
  }
};

const heading = (page: Page, text: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: text }).waitFor();

const fillCart = async (page: Page): Promise<void> => {
  await page.goto(origin);
  await page.getByRole('combobox', { name: 'Search the shop' }).fill('enamel');
  await page.keyboard.press('Enter');
  await heading(page, 'enamel');
  await page.locator('main a[href^="/products/"]').first().click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByText(/Your cart now holds 1/).waitFor();
  await page.getByRole('link', { name: 'View cart' }).click();
  await heading(page, 'Your cart');
  await page.getByRole('link', { name: 'Go to checkout' }).click();
};

/** Gives the sum that the button named. */
const pay = async (page: Page): Promise<string> => {
  await page.getByLabel('E-mail').fill('shopper@example.test');
  await page.getByLabel('Card number').fill('4242 4242 4242 4242');
  await page.getByLabel('Expires').fill('12/39');
  await page.getByLabel('Security code').fill('123');
  const button = page.getByRole('button', { name: /^Pay / });
  const words = await button.textContent();
  await button.click();
  return words?.replace('Pay ', '') ?? '';
};

/** One name for all products and for all orders, where k6 would take the address. */
const nameAddresses = (page: Page): void =>
  page.on('metric', (metric) => {
    metric.tag({ name: 'product', matches: [{ url: /\/api\/products\/[^/?]+$/ }] });
    metric.tag({ name: 'order', matches: [{ url: /\/api\/orders\/[^/?]+$/ }] });
    metric.tag({ name: 'picture', matches: [{ url: /\.(svg|png|webp|jpg)$/ }] });
  });
