import { describe, expect, it } from 'vitest';
import { type StoreLine, storeLines } from '../src/store-logs/store-line';

const read = (engine: 'postgresql' | 'redis', ...chunks: string[]): StoreLine[] => {
  const lines: StoreLine[] = [];
  const take = storeLines(engine, (line) => lines.push(line));
  for (const chunk of chunks) take(Buffer.from(chunk));
  return lines;
};

const at = '2026-11-21 15:00:00.123 UTC [123]';

describe("PostgreSQL's log", () => {
  it('is read line by line, with how bad each is', () => {
    const log = [
      `${at} LOG:  checkpoint starting: time`,
      `${at} product@product ERROR:  relation "nothing" does not exist at character 15`,
      `${at} @ FATAL:  sorry, too many clients already`,
      `${at} WARNING:  there is no transaction in progress`,
      '',
    ].join('\n');
    expect(read('postgresql', log)).toEqual([
      { level: 'info', message: 'LOG: checkpoint starting: time' },
      {
        level: 'error',
        message: 'ERROR: relation "nothing" does not exist at character 15',
      },
      { level: 'error', message: 'FATAL: sorry, too many clients already' },
      { level: 'warn', message: 'WARNING: there is no transaction in progress' },
    ]);
  });

  it('keeps the lines of a statement together', () => {
    const log = `${at} a@b STATEMENT:  select id\n\tfrom nothing\n\twhere id = $1\n`;
    expect(read('postgresql', log)).toEqual([
      { level: 'info', message: 'STATEMENT: select id\nfrom nothing\nwhere id = $1' },
    ]);
  });

  it('may come in pieces', () => {
    const log = `${at} LOG:  ready\n${at} LOG:  done\n`;
    expect(read('postgresql', log.slice(0, 50), log.slice(50))).toEqual(read('postgresql', log));
  });
});

describe("Redis's log", () => {
  it('is read line by line, with how bad each is', () => {
    const log = [
      '4711:C 21 Nov 2026 15:00:00.123 # WARNING Memory overcommit must be enabled!',
      '4711:M 21 Nov 2026 15:00:00.124 * Ready to accept connections tcp',
      '4712:S 21 Nov 2026 15:00:00.125 # Connection with master lost.',
      '',
    ].join('\n');
    expect(read('redis', log)).toEqual([
      { level: 'warn', message: 'WARNING Memory overcommit must be enabled!' },
      { level: 'info', message: 'Ready to accept connections tcp' },
      { level: 'warn', message: 'Connection with master lost.' },
    ]);
  });

  it('has no place for its banner', () => {
    expect(read('redis', '   _._\n  Redis 7.0 (00000000/0) 64 bit\n')).toEqual([]);
  });
});
