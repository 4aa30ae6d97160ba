import type { MadeImage } from './make-image';

const rowOf = ({ reference, outcome, seconds, bytesOverBase }: MadeImage): readonly string[] => [
  reference,
  outcome,
  seconds.toFixed(1),
  bytesOverBase === undefined ? '-' : (bytesOverBase / 1e6).toFixed(1),
];

/** What was made, as a table. */
export const renderImages = (images: readonly MadeImage[]): string => {
  const rows = [['image', '', 'seconds', 'MB over base'], ...images.map(rowOf)];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const cell = (text: string, column: number): string =>
    column < 2 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ')).join('\n');
};
