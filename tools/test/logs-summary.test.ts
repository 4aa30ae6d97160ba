import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { countErrors, type ErrorCounts } from '../src/logs-summary/count-errors';
import { summarize } from '../src/logs-summary/summarize';

const line = (day: string, level: string, msg: string) =>
  JSON.stringify({ level, time: `${day}T10:00:00.000Z`, service: 'payment', msg });

const log = [
  line('2026-11-20', 'error', 'payment-charge-answer-lost'),
  line('2026-11-20', 'error', 'redis-connection-lost'),
  line('2026-11-21', 'error', 'payment-charge-answer-lost'),
  line('2026-11-21', 'error', 'payment-charge-answer-lost'),
  line('2026-11-21', 'info', 'http-request'),
  line('2026-11-21', 'error', 'postgres-connection-lost'),
  'LOG:  database system is ready, "error"',
  '{"level":"error","time":"2026-11-2',
].join('\n');

describe('the daily summary of errors', () => {
  it('counts the errors of the day by name and compares with the day before', async () => {
    const counts: ErrorCounts = new Map();
    await countErrors(Readable.from([log]), counts);
    expect(
      summarize(counts, '2026-11-21')
        .split('\n')
        .map((row) => row.trim()),
    ).toEqual([
      'Errors of 2026-11-21: 3',
      '2       +1  payment-charge-answer-lost',
      '1      new  postgres-connection-lost',
      '0       -1  redis-connection-lost',
    ]);
  });

  const run = (input: string, ...parameters: string[]) =>
    spawnSync(
      process.execPath,
      [
        ...['--conditions=@faultline/source', '-r', 'ts-node/register/transpile-only'],
        ...[resolve(__dirname, '../src/logs-summary/main.ts'), ...parameters],
      ],
      { cwd: resolve(__dirname, '..'), input, encoding: 'utf8' },
    );

  it('reads standard input, and files', () => {
    const directory = mkdtempSync(join(tmpdir(), 'logs-summary-'));
    const file = join(directory, 'payment.log');
    writeFileSync(file, log);
    const fromFile = run('', '--day', '2026-11-20', file);
    rmSync(directory, { recursive: true });
    expect(fromFile.stdout).toContain('Errors of 2026-11-20: 2');
    expect(run(log, '--day', '2026-11-20').stdout).toBe(fromFile.stdout);
  });

  it('refuses what is no date, and a file that is not there', () => {
    expect(run('', '--day', 'today')).toMatchObject({ status: 2 });
    const missing = run('', '/nowhere.log');
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('/nowhere.log');
  });
});
