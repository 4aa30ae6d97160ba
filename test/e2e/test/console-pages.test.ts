import AxeBuilder from '@axe-core/playwright';
import { shareOfDay } from '@faultline/stores';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { desk, phone, watchConsole } from './console-browser';
import { banner, isLoaded, newestTrace, newestTraces } from './console-page';

const { openPage, shop } = watchConsole();

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

it.each(shareOfDay(pagesBySize, 8))(
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
