import { describe, expect, it } from 'vitest';
import { cellAt, columnBounds, durationsOf, rowBounds } from '../src/component/cells';
import { readSelection, selectionText } from '../src/component/selection';

const cell = (column: number, row: number) => ({
  column,
  row,
  count: 1,
  errors: 0,
  traceId: `${column} ${row}`,
});
const map = {
  from: 1000,
  to: 2000,
  columnMilliseconds: 100,
  rowsPerDoubling: 4,
  cells: [cell(0, 40), cell(9, 44)],
  total: 2,
  truncated: false,
};

describe('the cells of a heat map', () => {
  it('have the times and durations of their column and row', () => {
    expect(columnBounds(9, map)).toEqual([1900, 2000]);
    expect(rowBounds(40, map)[0]).toBeCloseTo(1.024);
    expect(rowBounds(44, map)[0]).toBeCloseTo(2.048);
  });

  it('are found by what they hold', () => {
    expect(cellAt(map, 1950, 2.1)?.traceId).toBe('9 44');
    expect(cellAt(map, 1850, 2.1)).toBeUndefined();
    expect(cellAt(map, 1950, 1.1)).toBeUndefined();
  });

  it('span the axis of durations', () => {
    expect(durationsOf(map)[0]).toBeCloseTo(1.024);
    expect(durationsOf(map)[1]).toBeCloseTo(2.048 * 2 ** 0.25);
  });
});

describe('a selection in an address', () => {
  const selection = { selectedFrom: 1000, selectedTo: 2000, minDuration: 1.5, maxDuration: 20 };

  it('is read as it was written', () => {
    expect(readSelection(selectionText(selection))).toEqual(selection);
  });

  it.each([null, '', '1~2~3', '1~2~x~4', '1~2~3~4~5', '1~~3~4'])('is not %s', (text) => {
    expect(readSelection(text)).toBeUndefined();
  });
});
