import { PricedCart, type Problem } from '@faultline/contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Parse } from 'typebox/value';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openBrowser, pageTimeout } from '../src/browser';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const sizes = [
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const;

/** Changes the cart as another tab of the same browser would. */
const inAnotherTab = async (
  page: Page,
  method: string,
  path: string,
  body?: unknown,
): Promise<PricedCart> => {
  const response = await page.evaluate(
    async ([verb, address, content]) => {
      const response = await fetch(address, {
        method: verb,
        ...(content && { headers: { 'content-type': 'application/json' }, body: content }),
      });
      return response.json();
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
  );
  return Parse(PricedCart, response);
};

describe.each(sizes)('a checkout on %s', (_, viewport) => {
  let context: BrowserContext;
  let page: Page;

  beforeEach(async () => {
    context = await browser.newContext({ viewport, baseURL: inject('shopUrl') });
    page = await context.newPage();
    page.setDefaultTimeout(pageTimeout);
  });
  afterEach(() => context.close());

  const product = 'enamel-egg-pan';
  const openCheckout = async (): Promise<PricedCart> => {
    await page.goto('/');
    const cart = await inAnotherTab(page, 'PUT', `/api/cart/items/${product}`, { quantity: 1 });
    await page.goto('/checkout');
    await page.getByRole('table', { name: 'Your order' }).waitFor();
    return cart;
  };
  const payButton = () => page.getByRole('button', { name: /^Pay/ });
  const pay = async () => {
    await page.getByLabel('E-mail').fill('ada@example.test');
    await page.getByLabel('Card number').fill('4242 4242 4242 4242');
    await page.getByLabel('Expires').fill('12/39');
    await page.getByLabel('Security code').fill('123');
    await payButton().click();
  };
  const notice = () => page.getByRole('alert');
  const thanks = () =>
    page.getByRole('heading', { level: 1 }).filter({ hasText: 'Thank you' }).waitFor();
  const order = () => page.getByRole('table', { name: 'Ordered goods' });

  it('says what was changed in another tab, and buys what it shows then', async () => {
    await openCheckout();
    await inAnotherTab(page, 'PUT', `/api/cart/items/${product}`, { quantity: 3 });
    await inAnotherTab(page, 'PUT', '/api/cart/items/carbon-steel-frying-pan', { quantity: 1 });
    await pay();
    await notice().getByText('Your cart has changed').waitFor();
    const changes = await page.getByRole('list', { name: 'What has changed' }).textContent();
    expect(changes).toContain('is in the cart 3 times now, not 1');
    expect(changes).toContain('was put in: 1 ×');
    const table = page.getByRole('table', { name: 'Your order' });
    expect(await table.textContent()).toContain('3 ×');
    // Beside the notice, where there is room.
    if (viewport.width > 1024) expect((await table.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    const label = await payButton().textContent();
    await payButton().click();
    await thanks();
    expect(await order().textContent()).toContain(label?.replace('Pay ', ''));
  });

  it('does not charge another price than the one that was shown', async () => {
    const cart = await openCheckout();
    const older = { amount: 1900, currency: 'EUR' };
    const items = cart.items.map((line) => ({ ...line, price: older, lineTotal: older }));
    await page.route('**/api/cart', (route) =>
      route.fulfill({ json: { ...cart, items, total: older } }),
    );
    await page.reload();
    await page.getByRole('button', { name: 'Pay €19.00' }).waitFor();
    await page.unroute('**/api/cart');
    await pay();
    await notice().getByText('A price has changed').waitFor();
    await notice().getByText('costs €29.00 now, not €19.00').waitFor();
    await page.getByRole('button', { name: 'Pay €29.00' }).click();
    await thanks();
  });

  it('buys the cart of now when its first try failed and the cart was changed since', async () => {
    await openCheckout();
    const failed: Problem = {
      type: 'urn:faultline:problem:payment-provider-unreachable',
      title: 'Payment provider unreachable',
      status: 502,
      code: 'payment-provider-unreachable',
      requestId: 'first-try',
    };
    await page.route('**/api/checkout', (route) =>
      route.fulfill({ status: 502, contentType: 'application/problem+json', json: failed }),
    );
    await pay();
    await notice().waitFor();
    await page.unroute('**/api/checkout');
    await inAnotherTab(page, 'DELETE', `/api/cart/items/${product}`);
    await inAnotherTab(page, 'PUT', '/api/cart/items/carbon-steel-frying-pan', { quantity: 9 });
    await payButton().click();
    await notice().getByText('Your cart has changed').waitFor();
    const label = await payButton().textContent();
    await payButton().click();
    await thanks();
    expect(await order().textContent()).toContain(label?.replace('Pay ', ''));
    expect(await order().textContent()).toContain('9 ×');
  });

  it('leads to the order when the cart was paid already', async () => {
    const cart = await openCheckout();
    const paid: Problem = {
      type: 'urn:faultline:problem:cart-already-paid',
      title: 'Cart already paid',
      status: 409,
      code: 'cart-already-paid',
      requestId: 'second-tab',
      conflict: {
        orderId: '00000000-0000-4000-8000-000000000000',
        cart: { ...cart, items: [], total: { amount: 0, currency: 'EUR' } },
      },
    };
    await page.route('**/api/checkout', (route) =>
      route.fulfill({ status: 409, contentType: 'application/problem+json', json: paid }),
    );
    await pay();
    await notice().getByText('This cart has been paid already').waitFor();
    const link = notice().getByRole('link', { name: 'Look at the order' });
    expect(await link.getAttribute('href')).toBe('/orders/00000000-0000-4000-8000-000000000000');
  });

  it('names what is not sold any more, in the cart and at the checkout', async () => {
    const cart = await openCheckout();
    const unavailable = [{ productId: 'brass-whistle', quantity: 2 }];
    await page.route('**/api/cart', (route) => route.fulfill({ json: { ...cart, unavailable } }));
    for (const path of ['/cart', '/checkout']) {
      await page.goto(path);
      const note = page.getByRole('region', { name: 'Not sold any more' });
      await note.getByText('brass whistle').waitFor();
    }
  });
});
