import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Requests } from '../traffic';

export interface Row extends Requests {
  title: string;
  outcome: string;
  seconds: number;
}

const percent = ({ sent, failed }: Requests): string => `${((100 * failed) / sent).toFixed(2)} %`;

export const sumOf = (rows: readonly Requests[]): Requests => ({
  sent: rows.reduce((sum, { sent }) => sum + sent, 0),
  failed: rows.reduce((sum, { failed }) => sum + failed, 0),
});

/** The rows as a table of docs/delivery.md, in a file beside the results of tests. */
export const writeTable = (name: string, rows: readonly Row[]): void => {
  const all = sumOf(rows);
  const lines = [
    '| release | outcome | seconds | requests | failed |',
    '| --- | --- | ---: | ---: | ---: |',
    ...rows.map(
      (row) =>
        `| ${row.title} | ${row.outcome} | ${row.seconds.toFixed(0)} | ${row.sent} | ${row.failed} (${percent(row)}) |`,
    ),
    `| all ${rows.length} | | | ${all.sent} | ${all.failed} (${percent(all)}) |`,
  ];
  const file = resolve(__dirname, '../../../../.test-results', `${name}.md`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${lines.join('\n')}\n`);
};
