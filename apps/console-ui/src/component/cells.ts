import type { HeatMap } from '@faultline/contracts/console';

type Cell = HeatMap['cells'][number];

/** The durations of a row, in milliseconds. */
export const rowBounds = (row: number, { rowsPerDoubling }: HeatMap): [number, number] => [
  2 ** (row / rowsPerDoubling) / 1000,
  2 ** ((row + 1) / rowsPerDoubling) / 1000,
];

export const columnBounds = (column: number, map: HeatMap): [number, number] => [
  map.from + column * map.columnMilliseconds,
  map.from + (column + 1) * map.columnMilliseconds,
];

/** The cell at a time and a duration, if there are spans. */
export const cellAt = (map: HeatMap, time: number, duration: number): Cell | undefined =>
  map.cells.find((cell) => {
    const [from, to] = columnBounds(cell.column, map);
    const [low, high] = rowBounds(cell.row, map);
    return time >= from && time < to && duration >= low && duration < high;
  });

/** The durations that a map has, in milliseconds. */
export const durationsOf = (map: HeatMap): [number, number] => {
  if (map.cells.length === 0) return [1, 1000];
  const rows = map.cells.map(({ row }) => row);
  return [rowBounds(Math.min(...rows), map)[0], rowBounds(Math.max(...rows), map)[1]];
};
