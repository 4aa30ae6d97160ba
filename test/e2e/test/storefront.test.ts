import AxeBuilder from '@axe-core/playwright';
import { shareOfDay } from '@faultline/stores';
import type { Browser, BrowserContext, Page } from 'playwright-core';
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

describe.each(shareOfDay(sizes, 2))('the storefront on %s', (_, viewport) => {
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeEach(async () => {
    complaints.length = 0;
    context = await browser.newContext({ viewport, baseURL: inject('shopUrl') });
    page = await context.newPage();
    page.setDefaultTimeout(pageTimeout);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  });
  afterEach(() => context.close());

  const heading = () => page.getByRole('heading', { level: 1 });
  const search = async (text: string) => {
    await page.getByRole('combobox', { name: 'Search the shop' }).fill(text);
    await page.keyboard.press('Enter');
  };

  const fillCart = async () => {
    await page.goto('/');
    await search('enamel');
    await heading().filter({ hasText: 'enamel' }).waitFor();
    const first = page.locator('main a[href^="/products/"]').first();
    await first.click();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.getByText(/Your cart now holds 1/).waitFor();
    await page.getByRole('link', { name: 'View cart' }).click();
    await heading().filter({ hasText: 'Your cart' }).waitFor();
    await page.getByRole('link', { name: 'Go to checkout' }).click();
  };

  const pay = async (number: string) => {
    await page.getByLabel('E-mail').fill('ada@example.test');
    await page.getByLabel('Card number').fill(number);
    await page.getByLabel('Expires').fill('12/39');
    await page.getByLabel('Security code').fill('123');
    await page.getByRole('button', { name: /^Pay / }).click();
  };

  const expectNoViolations = async () => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  };

  it('leads from search over product, cart and checkout to the confirmation', async () => {
    await fillCart();
    const total = await page.getByRole('button', { name: /^Pay / }).textContent();
    await pay('4242 4242 4242 4242');
    await heading().filter({ hasText: 'Thank you' }).waitFor();
    expect(page.url()).toMatch(/\/orders\/[0-9a-f-]{36}$/);
    const goods = page.getByRole('table', { name: 'Ordered goods' });
    expect(await goods.textContent()).toContain(total?.replace('Pay ', ''));

    await page.reload();
    expect(await goods.textContent()).toContain(total?.replace('Pay ', ''));
    await page.getByRole('link', { name: /^Cart 0 items/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says that a card was declined, keeps the cart, and takes another card', async () => {
    await fillCart();
    await pay('4000 0000 0000 9995');
    await page
      .getByText(/declined/i)
      .first()
      .waitFor();
    await page.getByRole('link', { name: /^Cart 1 item/ }).waitFor();
    await page.getByLabel('Card number').fill('4242 4242 4242 4242');
    await page.getByRole('button', { name: /^Pay / }).click();
    await heading().filter({ hasText: 'Thank you' }).waitFor();
  });

  it('points at the field that the server refuses', async () => {
    await fillCart();
    await pay('4242 4242 4242 4241');
    const number = page.getByLabel('Card number');
    await expect.poll(() => number.getAttribute('aria-invalid')).toBe('true');
  });

  it('helps on when a search finds nothing', async () => {
    await page.goto('/');
    await search('xylofoon');
    await page.getByText('found nothing').waitFor();
    await page.getByRole('heading', { name: 'Did you mean' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('suggests names while one types, and takes them by keyboard', async () => {
    await page.goto('/');
    const box = page.getByRole('combobox', { name: 'Search the shop' });
    await box.pressSequentially('kettl');
    const options = page.getByRole('option');
    await options.first().waitFor();
    const name = await options.first().textContent();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading().textContent()).toContain(name?.trim());
  });

  it.each(['/', '/products', '/search?q=oak', '/cart'])(
    'is accessible and fits the screen at %s',
    async (address) => {
      await page.goto(address);
      await heading().waitFor();
      await page.waitForLoadState('networkidle');
      await expectNoViolations();
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
      expect(complaints).toEqual([]);
    },
  );

  it('is accessible on a product page and at the checkout', async () => {
    await fillCart();
    await page.getByLabel('E-mail').waitFor();
    await expectNoViolations();
    await page.goto('/products');
    await page.locator('main a[href^="/products/"]').first().click();
    await page.getByRole('button', { name: 'Add to cart' }).waitFor();
    await expectNoViolations();
  });

  it('shows every picture', async () => {
    await page.goto('/products');
    await page.locator('main img').first().waitFor();
    const broken = () =>
      page.evaluate<string[]>(
        `[...document.querySelectorAll('main img')].map((image) => { image.loading = 'eager'; return image; })
          .filter((image) => !(image.complete && image.naturalWidth > 0)).map((image) => image.src)`,
      );
    await expect.poll(broken).toEqual([]);
  });

  it('is honest about an address that leads nowhere', async () => {
    const response = await page.goto('/nowhere');
    expect(response?.status()).toBe(404);
    await heading().waitFor();
    await expectNoViolations();
  });

  it('shows the request id when the shop cannot answer', async () => {
    const requestId = 'request-for-support';
    await page.route('**/api/products/*', (route) =>
      route.fulfill({
        status: 503,
        headers: { 'x-request-id': requestId },
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'urn:faultline:problem:product-unreachable',
          title: 'Product unreachable',
          status: 503,
          detail: 'Failed to connect to product.',
          code: 'product-unreachable',
          requestId,
        }),
      }),
    );
    await page.goto('/products/anything');
    await page.getByText(requestId).waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await expectNoViolations();
  });

  it('can be used by keyboard: the first stop skips to the content', async () => {
    await page.goto('/');
    await heading().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate("document.activeElement?.closest('main') !== null"))
      .toBe(true);
  });
});
