import type { Cell, Column, Report, Table, Target } from './report';
import { isMet } from './report';

/** A report as Markdown, with `title` for its heading. */
export const markdown = (title: string, { method, tables, targets }: Report): string =>
  [
    `## ${title}`,
    method.join(' '),
    ...tables.flatMap((table) => [
      ...(table.title ? [`**${table.title}**`] : []),
      tableLines(table).join('\n'),
    ]),
    ...(targets.length > 0 ? [targets.map(targetLine).join('\n')] : []),
  ].join('\n\n');

const tableLines = ({ columns, rows }: Table): string[] => {
  const numeric = columns.map((_, index) => rows.every((row) => typeof row[index] !== 'string'));
  return [
    line(columns.map(({ title }) => title)),
    line(numeric.map((right) => (right ? '---:' : '---'))),
    ...rows.map((row) => line(row.map((cell, index) => inWords(cell, columns[index])))),
  ];
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const inWords = (cell: Cell, column: Column | undefined): string => {
  if (typeof cell === 'string') return cell;
  const number = (value: number) => value.toFixed(column?.digits ?? 0);
  if (typeof cell === 'number') return number(cell);
  return `${number(cell.median)} (${number(cell.low)}–${number(cell.high)})`;
};

const targetLine = (target: Target): string => {
  const { name, value, atMost, unit, digits = 0 } = target;
  const amount = (number: number) => `${number.toFixed(digits)} ${unit}`.trimEnd();
  const verdict = isMet(target) ? 'met' : '**missed**';
  return `- ${name}: ${amount(value)}, target at most ${amount(atMost)}: ${verdict}`;
};
