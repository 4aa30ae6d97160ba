import { readFile, stat } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { RotatingLog } from '../src/supervision/rotating-log';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();

it('keeps one older file, and no line is lost or cut between the two', async () => {
  const file = scratch('shop.log');
  const log = new RotatingLog(file, (error) => expect.unreachable(String(error)), 1_000);
  const line = (number: number) => `${String(number).padStart(4, '0')} ${'x'.repeat(94)}\n`;
  for (let number = 0; number < 19; number += 1) {
    const bytes = Buffer.from(line(number));
    log.write(bytes.subarray(0, 50));
    log.write(bytes.subarray(50));
  }
  log.close();
  const kept = (await readFile(`${file}.old`, 'utf8')) + (await readFile(file, 'utf8'));
  expect(kept).toBe(Array.from({ length: 19 }, (_, number) => line(number)).join(''));
  expect((await stat(`${file}.old`)).size).toBe(1_000);
});

it('goes on where it was after a new start', async () => {
  const file = scratch('again.log');
  for (const word of ['one\n', 'two\n']) {
    const log = new RotatingLog(file, (error) => expect.unreachable(String(error)));
    log.write(Buffer.from(word));
    log.close();
  }
  expect(await readFile(file, 'utf8')).toBe('one\ntwo\n');
});
