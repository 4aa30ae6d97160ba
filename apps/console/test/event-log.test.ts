import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { type EventLogOptions, lastOfEach, openEventLog } from '../src/events/event-log';
import { scratchDirectory } from './scratch';

const Event = Type.Object({ at: Type.Number(), about: Type.String() });
const now = Date.now();

const opener = (changes: Partial<EventLogOptions<typeof Event>> = {}) => {
  const file = join(scratchDirectory(), 'events/log.jsonl');
  const reasons: string[] = [];
  const open = () =>
    openEventLog({
      file,
      schema: Event,
      maxAge: 60_000,
      survivors: lastOfEach(({ about }) => about),
      unusable: (_file, reason) => reasons.push(reason),
      ...changes,
    });
  return { file, reasons, open };
};

const event = (age: number, about = 'cart') => ({ at: now - age, about });

describe('a log of events', () => {
  it('has what was appended, also after it was opened again', () => {
    const { open, reasons } = opener();
    const log = open();
    for (const age of [5_000, 4_000, 3_000]) log.append(event(age));
    expect(log.between(now - 4_000, now - 3_000)).toEqual([event(4_000), event(3_000)]);
    expect(open().all()).toEqual([event(5_000), event(4_000), event(3_000)]);
    expect(reasons).toEqual([]);
  });

  it('keeps events in memory while the file cannot be written, and writes them later', () => {
    const { open, reasons, file } = opener();
    const log = open();
    log.append(event(5_000));
    // As on a full disk: nothing can be written to it.
    rmSync(file);
    mkdirSync(join(file, 'in the way'), { recursive: true });
    log.append(event(4_000));
    log.append(event(3_000));
    expect(log.all()).toEqual([event(5_000), event(4_000), event(3_000)]);
    expect(reasons).toEqual([expect.stringContaining('it cannot be written: ')]);
    rmSync(file, { recursive: true });
    log.append(event(2_000));
    log.append(event(1_000));
    expect(open().all()).toEqual([5_000, 4_000, 3_000, 2_000, 1_000].map((age) => event(age)));
    expect(reasons).toHaveLength(1);
  });

  it('keeps what is young enough, and the last event about each thing', () => {
    const { open } = opener();
    const log = open();
    for (const [age, about] of [
      [90_000, 'cart'],
      [80_000, 'payment'],
      [70_000, 'cart'],
      [1_000, 'product'],
    ] as const)
      log.append(event(age, about));
    expect(open().all()).toEqual([
      event(80_000, 'payment'),
      event(70_000),
      event(1_000, 'product'),
    ]);
  });

  it('says from when on it has everything, which the last event about each thing does not tell', () => {
    const { open } = opener();
    const log = open();
    expect(log.since()).toBeUndefined();
    log.append(event(30_000));
    expect(log.since()).toBe(now - 30_000);
    const old = opener().open();
    for (const age of [90_000, 80_000]) old.append(event(age));
    expect(old.since()).toBeGreaterThanOrEqual(now - 60_000);
    const full = opener({ maxEvents: 100 });
    const many = full.open();
    many.append(event(50_000, 'payment'));
    for (let age = 5_000; age > 0; age--) many.append(event(age));
    expect(many.all()[0]).toEqual(event(50_000, 'payment'));
    expect(many.since()).toBeGreaterThan(now - 200);
    expect(full.open().since()).toBeGreaterThan(now - 200);
  });

  it('keeps no more than its maximum, in memory and on disk', () => {
    const { open, file } = opener({ maxEvents: 100 });
    const log = open();
    for (let age = 5_000; age > 0; age--) log.append(event(age));
    expect(log.all().length).toBeLessThanOrEqual(112);
    expect(log.all().at(-1)).toEqual(event(1));
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(125);
  });

  it('does without a line that a kill has cut', () => {
    const { open, file, reasons } = opener();
    open().append(event(1_000));
    appendFileSync(file, '{"at":17956');
    expect(open().all()).toEqual([event(1_000)]);
    expect(reasons).toEqual([]);
    open().append(event(500));
    expect(open().all()).toEqual([event(1_000), event(500)]);
  });

  it('says how many of its lines are no events', () => {
    const { open, file, reasons } = opener();
    open().append(event(1_000));
    appendFileSync(file, '{"at":"noon"}\n[]\n');
    expect(open().all()).toEqual([event(1_000)]);
    expect(reasons).toEqual(['2 of its lines are no events']);
  });

  it('puts a file of another kind or version aside', () => {
    const { open, file, reasons } = opener();
    open();
    const newer = readFileSync(file, 'utf8').replace('"version":1', '"version":2');
    writeFileSync(file, newer);
    expect(open().all()).toEqual([]);
    expect(reasons).toHaveLength(1);
    expect(existsSync(`${file}.unusable`)).toBe(true);
    open().append(event(1_000));
    expect(open().all()).toHaveLength(1);
  });
});
