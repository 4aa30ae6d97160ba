import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { RotatingLog } from '../src/supervision/rotating-log';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();

const older = async (file: string): Promise<string[]> => {
  const names = await readdir(dirname(file));
  return names.filter((name) => name.startsWith(`${file.split('/').at(-1)}.`)).sort();
};

/** A line of 100 bytes, written in two halves. */
const writeLine = (log: RotatingLog, number: number): void => {
  const line = Buffer.from(`${String(number).padStart(4, '0')} ${'x'.repeat(94)}\n`);
  log.write(line.subarray(0, 50));
  log.write(line.subarray(50));
};

const numbersIn = (text: string): number[] =>
  text
    .trim()
    .split('\n')
    .map((line) => Number(line.split(' ')[0]));

it('keeps older files compressed, and no line is lost or cut between two', async () => {
  const file = scratch('shop.log');
  const onError = (error: unknown) => expect.unreachable(String(error));
  const log = new RotatingLog(file, onError, { limit: 1_000, kept: 5 });
  for (let number = 0; number < 35; number += 1) {
    writeLine(log, number);
    await log.packed;
  }
  log.close();
  const names = await older(file);
  expect(names).toHaveLength(3);
  const texts = await Promise.all(
    names.map(async (name) => gunzipSync(await readFile(join(dirname(file), name))).toString()),
  );
  const all = texts.join('') + (await readFile(file, 'utf8'));
  expect(numbersIn(all)).toEqual(Array.from({ length: 35 }, (_, number) => number));
});

it('drops the oldest when there are too many', async () => {
  const file = scratch('busy.log');
  const onError = (error: unknown) => expect.unreachable(String(error));
  const log = new RotatingLog(file, onError, { limit: 100, kept: 2 });
  for (let number = 0; number < 6; number += 1) {
    writeLine(log, number);
    await log.packed;
  }
  log.close();
  const [oldest = '', ...others] = await older(file);
  expect(others).toHaveLength(1);
  const text = gunzipSync(await readFile(join(dirname(file), oldest))).toString();
  expect(numbersIn(text)).toEqual([3]);
});

it('appends after a new start, and is readable only by its owner', async () => {
  const file = scratch('again.log');
  for (const word of ['one\n', 'two\n']) {
    const log = new RotatingLog(file, (error) => expect.unreachable(String(error)));
    log.write(Buffer.from(word));
    log.close();
  }
  expect(await readFile(file, 'utf8')).toBe('one\ntwo\n');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('goes on in the same file when that cannot be renamed, and says so', async () => {
  // With the time behind it, the name is longer than a file system takes.
  const file = scratch(`${'a'.repeat(240)}.log`);
  const errors: unknown[] = [];
  const log = new RotatingLog(file, (error) => errors.push(error), { limit: 1_000, kept: 5 });
  for (let number = 0; number < 25; number += 1) writeLine(log, number);
  log.close();
  expect(errors).toEqual([
    expect.objectContaining({ code: 'ENAMETOOLONG' }),
    expect.objectContaining({ code: 'ENAMETOOLONG' }),
  ]);
  const numbers = numbersIn(await readFile(file, 'utf8'));
  expect(numbers).toEqual(Array.from({ length: 25 }, (_, number) => number));
});
