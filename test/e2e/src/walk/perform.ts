import { type FaultKey, faultOf } from '@faultline/faults';
import type { Page } from 'playwright-core';
import type { Action } from './step';

/** Where a walk takes place. */
export interface Stage {
  /** A page of the console. */
  page: Page;
  /** The shop's address. */
  shopUrl: string;
  /** Runs a subcommand of `npm run fault --` on, and resolves once it has printed something. */
  fault(words: string, prints: string): Promise<void>;
}

const inPanel = (page: Page, panel: string | undefined) =>
  panel === undefined ? page : page.getByRole('region', { name: panel, exact: true });

/** Does what a step says, as a person does it: by what is seen on the page. */
export const perform = async (action: Action, { page, shopUrl, fault }: Stage): Promise<void> => {
  switch (action.kind) {
    case 'open':
      await page.goto('/');
      return;
    case 'page':
      await openPage(page, action.title);
      return;
    case 'component':
      await page.getByRole('link', { name: new RegExp(`^${action.name} `) }).click();
      return;
    case 'link':
    case 'button':
      await inPanel(page, action.panel)
        .getByRole(action.kind, { name: action.name, exact: true })
        .first()
        .click();
      return;
    case 'trace':
      await inPanel(page, 'Errors')
        .getByRole('row')
        .filter({ hasText: action.of })
        .getByRole('link', { name: 'trace' })
        .first()
        .click();
      return;
    case 'line':
      await page
        .getByRole('group', { name: 'Log lines' })
        .getByRole('button')
        .filter({ hasText: action.words })
        .first()
        .click();
      return;
    case 'span':
      await page
        .getByRole('group', { name: 'Spans' })
        .getByRole('button')
        .filter({ has: page.getByText(action.name, { exact: true }) })
        .first()
        .click();
      return;
    case 'key':
      await page.getByRole('group', { name: action.at }).waitFor();
      await page.keyboard.press(action.key);
      return;
    case 'on':
      await openPage(page, 'Faults');
      for (const [name, value] of Object.entries(action.settings ?? {}))
        await cardOf(page, action.fault).getByLabel(name, { exact: true }).fill(value);
      await switchFault(page, action.fault, 'off', 'on');
      return;
    case 'off':
      await openPage(page, 'Faults');
      await switchFault(page, action.fault, 'on', 'off');
      return;
    case 'shop': {
      await using cleanup = new AsyncDisposableStack();
      const shopper = await page.context().newPage();
      cleanup.defer(() => shopper.close());
      for (let visit = 0; visit < action.times; visit += 1) {
        await shopper.goto(shopUrl + action.path);
        await shopper.getByRole('heading', { name: action.shows }).waitFor();
      }
      return;
    }
    case 'fault':
      await fault(action.words, action.prints);
  }
};

const cardOf = (page: Page, fault: FaultKey) =>
  page.getByRole('article', { name: faultOf(fault).title, exact: true });

type Position = 'on' | 'off';

const switchFault = async (
  page: Page,
  fault: FaultKey,
  from: Position,
  to: Position,
): Promise<void> => {
  const lever = (position: Position) =>
    cardOf(page, fault).getByRole('switch', {
      name: `${faultOf(fault).title}: ${position}`,
      exact: true,
    });
  await lever(from).click();
  await lever(to).waitFor();
};

const openPage = (page: Page, title: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: title }).click();
