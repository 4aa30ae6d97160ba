import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Spread } from '@faultline/evidence';
import type { Machine } from './machine';

export type Cell = string | number | Spread;

export interface Column {
  title: string;
  /** Digits after the point of its numbers; none when not given. */
  digits?: number;
}

export interface Table {
  title?: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}

/** A reading that must not be above `atMost`. */
export interface Target {
  name: string;
  value: number;
  atMost: number;
  unit: string;
  digits?: number;
}

/** What a bench found. Printed as Markdown, and written as it is as JSON. */
export interface Report {
  /** How it was measured, one sentence or two each. */
  method: readonly string[];
  tables: readonly Table[];
  targets: readonly Target[];
}

export const isMet = ({ value, atMost }: Target): boolean => value <= atMost;

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

/** Writes a report to `NAME.json` in a directory, over the last one, and answers with the file. */
export const record = async (
  directory: string,
  name: string,
  machine: Machine,
  report: Report,
): Promise<string> => {
  const file = join(directory, `${name}.json`);
  const targets = report.targets.map((target) => ({ ...target, met: isMet(target) }));
  const content = { name, at: new Date().toISOString(), machine, ...report, targets };
  await mkdir(directory, { recursive: true });
  await writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`);
  return file;
};
