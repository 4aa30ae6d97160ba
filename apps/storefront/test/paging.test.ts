import { describe, expect, it } from 'vitest';
import { pageCount, pagerSteps, readPage, shownRange } from '../src/catalogue/paging';

describe('the page of an address', () => {
  it.each([
    [null, 1],
    ['', 1],
    ['3', 3],
    ['0', 1],
    ['-2', 1],
    ['1.5', 1],
    ['99999', 1],
    ['two', 1],
  ])('%s is page %i', (text, page) => {
    expect(readPage(text)).toBe(page);
  });
});

it('counts at least one page', () => {
  expect(pageCount(0, 12)).toBe(1);
  expect(pageCount(12, 12)).toBe(1);
  expect(pageCount(13, 12)).toBe(2);
});

it('shows a short last page as it is', () => {
  expect(shownRange(2, 12, 13)).toEqual({ from: 13, to: 13 });
  expect(shownRange(1, 12, 13)).toEqual({ from: 1, to: 12 });
});

describe('the steps of a pager', () => {
  const written = (current: number, last: number) =>
    pagerSteps(current, last)
      .map((step) => ('page' in step ? step.page : '…'))
      .join(' ');

  it.each([
    [1, 1, '1'],
    [1, 2, '1 2'],
    [1, 3, '1 2 3'],
    [1, 9, '1 2 … 9'],
    [3, 9, '1 2 3 4 … 9'],
    [4, 9, '1 2 3 4 5 … 9'],
    [5, 9, '1 … 4 5 6 … 9'],
    [9, 9, '1 … 8 9'],
    [7, 9, '1 … 6 7 8 9'],
  ])('at page %i of %i are %s', (current, last, steps) => {
    expect(written(current, last)).toBe(steps);
  });
});
