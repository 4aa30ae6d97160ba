import { afterEach, beforeEach, vi } from 'vitest';
import { StandInShop } from './shop';

export let shop: StandInShop;
/** The first commit of its repository. */
export let first: string;
/** What is printed. */
export const printed: string[] = [];

/** Gives each test of a file a shop of its own. */
export const eachTestHasAShop = (): void => {
  beforeEach(() => {
    shop = new StandInShop();
    first = shop.commit();
    printed.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    shop[Symbol.dispose]();
  });
};
