import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readMachine } from '../src/report/machine';
import { markdown, type Report, record } from '../src/report/report';

const report: Report = {
  method: ['Measured twice.', 'Cut once.'],
  tables: [
    {
      title: 'Hops',
      columns: [{ title: 'Hop' }, { title: 'CPU, µs' }, { title: 'Ratio', digits: 2 }],
      rows: [
        ['cart', 81.6, { median: 1.5, low: 1.333, high: 1.7 }],
        ['product', 120, 2],
      ],
    },
  ],
  targets: [
    { name: 'Ready', value: 15, atMost: 15, unit: 's', digits: 1 },
    { name: 'Failures', value: 1, atMost: 0, unit: '' },
  ],
};

describe('a report in Markdown', () => {
  const lines = markdown('The title', report).split('\n');

  it('has its title and its method', () => {
    expect(lines.slice(0, 3)).toEqual(['## The title', '', 'Measured twice. Cut once.']);
  });

  it('has tables with numbers to the right, rounded as their column says, and spreads', () => {
    expect(lines.slice(4, 10)).toEqual([
      '**Hops**',
      '',
      '| Hop | CPU, µs | Ratio |',
      '| --- | ---: | ---: |',
      '| cart | 82 | 1.50 (1.33–1.70) |',
      '| product | 120 | 2.00 |',
    ]);
  });

  it('says of each target whether it is met', () => {
    expect(lines.slice(11)).toEqual([
      '- Ready: 15.0 s, target at most 15.0 s: met',
      '- Failures: 1, target at most 0: **missed**',
    ]);
  });
});

describe('a recorded report', () => {
  it('holds the unrounded numbers, the machine and the verdicts', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    const machine = await readMachine();
    const file = await record(join(directory, 'new'), 'hops', machine, report);
    expect(file).toBe(join(directory, 'new/hops.json'));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      name: 'hops',
      machine: { node: process.version, cores: machine.cores },
      tables: [
        {
          rows: [
            ['cart', 81.6, { low: 1.333 }],
            ['product', 120, 2],
          ],
        },
      ],
      targets: [{ met: true }, { met: false }],
    });
  });
});
