import type { Locator, Page } from 'playwright-core';
import type { Sight } from './step';

/** How long a page may take to show something, in seconds. */
const patience = 20;

const escaped = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');

const placeOf = (page: Page, sight: Sight): Locator => {
  switch (sight.kind) {
    case 'state': {
      const name = new RegExp(`^${escaped(sight.component)} ${sight.state}`);
      const component = page.getByRole('link', { name });
      return sight.why === undefined ? component : component.filter({ hasText: sight.why });
    }
    case 'title':
      return page.getByRole('heading', { level: 1, name: sight.text, exact: true });
    case 'text':
      return (
        sight.panel === undefined
          ? page
          : page.getByRole('region', { name: sight.panel, exact: true })
      ).getByText(sight.text);
  }
};

/** How long one waits for it at most, in seconds. */
export const patienceFor = ({ within = patience }: Sight): number => within;

/** Waits until something is seen, and scrolls to it. Rejects with Playwright's TimeoutError if it is not there. */
export const look = async (page: Page, sight: Sight): Promise<void> => {
  const place = placeOf(page, sight).filter({ visible: true }).first();
  await place.waitFor({ timeout: patienceFor(sight) * 1000 });
  // A list that moves on may have taken it away again, and others like it are there.
  await place.scrollIntoViewIfNeeded({ timeout: 1_000 }).catch(() => undefined);
};
