import { expect, it } from 'vitest';
import { markTyped, maxSearchLength, tidySearch } from '../src/search/search-text';

it('tidies a search', () => {
  expect(tidySearch('  oak \t bowl\u0000\r\n')).toBe('oak bowl');
  expect(tidySearch('x'.repeat(300))).toHaveLength(maxSearchLength);
  expect(tidySearch('   ')).toBe('');
});

it('marks what was typed, in whatever case', () => {
  expect(markTyped('Oak bowl', 'BO')).toEqual([
    { text: 'Oak ', typed: false },
    { text: 'bo', typed: true },
    { text: 'wl', typed: false },
  ]);
  expect(markTyped('Oak bowl', 'oak')).toEqual([
    { text: 'Oak', typed: true },
    { text: ' bowl', typed: false },
  ]);
});

it('leaves a suggestion whole that only resembles what was typed', () => {
  expect(markTyped('Oak bowl', 'bwol')).toEqual([{ text: 'Oak bowl', typed: false }]);
});
