import { readFile, writeFile } from 'node:fs/promises';
import { HelpAsked } from '@faultline/command-line';
import { faultKeys, readFaults } from '@faultline/faults';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { describe, expect, it, vi } from 'vitest';
import { faultProgram } from '../src/faults/arguments';
import { listText, statusText, switchedOffText, switchedOnText } from '../src/faults/render';
import { NoDemoError, switchesOf } from '../src/faults/switches';
import { runningDemo, scratchLayout } from './running-demo';

/** What is asked of the program. */
const parse = (line: string) => {
  const perform = vi.fn();
  faultProgram(perform).parse(line.split(' ').filter(Boolean), { from: 'user' });
  return perform.mock.lastCall?.[0];
};

describe('the arguments of npm run fault', () => {
  it.each([
    ['on payment', { name: 'on', key: 'payment', settings: {} }],
    ['on payment --rate 25 --for 5m', { settings: { rate: 25, for: 300_000 } }],
    ['on payment --rate=7.5%', { settings: { rate: 7.5 } }],
    ['on slowPayment --latency 3s', { settings: { latency: 3000 } }],
    ['on slowPayment --latency 300', { settings: { latency: 300 } }],
    [
      'on productItem --product sunday-stew-pot --version 1.2.3',
      { settings: { product: 'sunday-stew-pot', version: '1.2.3' } },
    ],
    ['on logFlood --lines 10 --json', { settings: { lines: 10 }, json: true }],
    ['off payment searchSql', { name: 'off', keys: ['payment', 'searchSql'] }],
    ['heal sessionLeak', { name: 'heal', key: 'sessionLeak' }],
    [
      'schedule --seed 7 --every 20m --for 5m --blind',
      {
        name: 'schedule',
        seed: 7,
        every: 1_200_000,
        duration: 300_000,
        blind: true,
        faults: faultKeys,
      },
    ],
    ['schedule payment searchSql --count 2', { faults: ['payment', 'searchSql'], count: 2 }],
    ['list', { name: 'list', json: false }],
    ['status --directory /elsewhere', { name: 'status', directory: '/elsewhere' }],
    ['--json status', { name: 'status', json: true }],
  ])('may be: %s', (line, command) => {
    expect(parse(line)).toMatchObject(command);
  });

  it.each(['', '--help', 'help', 'on payment --help'])('may ask for help: %s', (line) => {
    expect(() => parse(line)).toThrow(HelpAsked);
  });

  it('shows the settings of all faults', () => {
    expect(() => parse('on --help')).toThrow(/--for <value> +Milliseconds until it ends by itself/);
  });

  it('may use the previous name of a setting, which help does not list and the command reports', () => {
    const warn = vi.spyOn(console, 'error').mockReturnValue();
    expect(parse('on slowPayment --delay 3s')).toMatchObject({ settings: { delay: 3000 } });
    expect(warn.mock.calls.flat()).toEqual([
      '--delay is now called --latency; the next version refuses the old name',
    ]);
    warn.mockRestore();
    expect(() => parse('on --help')).not.toThrow(/--delay/);
  });

  it('may switch everything off', () => {
    expect(parse('off --all')).toMatchObject({
      name: 'off',
      keys: expect.arrayContaining(['payment', 'badRelease']),
    });
  });

  it.each([
    ['on paymnt', 'There is no fault paymnt. Did you mean payment?'],
    ['off searchSQL', 'There is no fault searchSQL. Did you mean searchSql?'],
    ['stats', "Unknown command 'stats'. Did you mean status?"],
    ['on', "Missing required argument 'key'"],
    ['on payment searchSql', "Too many arguments for 'on'. Expected 1 argument but got 2"],
    ['off', 'off takes faults, or --all'],
    ['heal', "Missing required argument 'key'"],
    ['heal payment', 'payment leaves nothing behind: npm run fault -- off payment is enough'],
    ['on payment --rate much', "'--rate <value>' argument 'much' is invalid. It must be a number"],
    ['on payment --for soon', 'It must be a duration such as 5m or 300ms'],
    [
      'on productItem --product sunday-stew-pan',
      'There is no product sunday-stew-pan. Did you mean sunday-stew-pot?',
    ],
    ['on badRelease --fault serchSql', 'There is no fault serchSql. Did you mean searchSql?'],
    ['schedule --every 5m --for 5m', '--for must be shorter than --every'],
    ['schedule --for 0s', 'It must be between 1s and 1d'],
    ['on payment --raet 3', "Unknown option '--raet'. Did you mean --rate?"],
  ])('is refused with a reason: %s', (line, reason) => {
    expect(() => parse(line)).toThrow(reason);
  });
});

type Demo = Awaited<ReturnType<typeof runningDemo>>;

describe('the switches of a demo', () => {
  it('list the faults that are on, and write to the audit log', async () => {
    const { layout } = await runningDemo();
    const switches = switchesOf(layout);
    await switches.on('payment', { rate: 10 });
    await switches.on('searchSql', {});
    await switches.on('payment', { rate: 20 });
    expect(await switches.status()).toMatchObject([
      { key: 'payment', settings: { rate: 20 } },
      { key: 'searchSql' },
    ]);
    await switches.off(['payment']);
    expect(readFaults(await readFile(layout.faults, 'utf8')).map(({ key }) => key)).toEqual([
      'searchSql',
    ]);
    const audit = (await readFile(layout.audit, 'utf8')).trim().split('\n');
    expect(audit.map((line) => JSON.parse(line))).toMatchObject([
      {
        what: 'on',
        key: 'payment',
        settings: { rate: 10 },
        user: expect.stringMatching(/./),
        time: expect.stringMatching(/^\d{4}-/),
      },
      { what: 'on', key: 'searchSql' },
      { what: 'on', key: 'payment' },
      { what: 'off', key: 'payment' },
    ]);
  });

  it('refuse to switch if no demo ever ran', async () => {
    await expect(switchesOf(await scratchLayout()).on('payment', {})).rejects.toThrow(NoDemoError);
  });

  it.each([
    ['was stopped', async ({ lock }: Demo) => lock.release()],
    [
      'was killed, and another program has its pid',
      async ({ layout }: Demo) =>
        writeFile(layout.lock, JSON.stringify({ pid: process.pid, identity: 'earlier' })),
    ],
  ])('are thrown for nobody when the demo %s, though its file is there', async (_how, end) => {
    const demo = await runningDemo();
    await end(demo);
    const switches = switchesOf(demo.layout);
    const before = await readFile(demo.layout.faults, 'utf8');
    const throws = [
      () => switches.on('payment', {}),
      () => switches.off(['payment']),
      () => switches.heal('sessionLeak'),
      () => switches.status(),
    ];
    for (const each of throws)
      await expect(each()).rejects.toThrow(/^No shop runs here.*npm start$/);
    expect(await readFile(demo.layout.faults, 'utf8')).toBe(before);
  });

  it('refuse settings that are out of range, and change nothing', async () => {
    const { layout } = await runningDemo();
    await expect(switchesOf(layout).on('payment', { rate: 101 })).rejects.toThrow(
      'rate must be <= 100',
    );
    expect(await switchesOf(layout).status()).toEqual([]);
  });
});

describe('the output of npm run fault', () => {
  const fault = { key: 'payment', settings: { rate: 25 }, until: Date.now() / 1000 + 60 } as const;

  it('is for people', () => {
    expect(switchedOnText(fault, false)).toMatch(
      /^payment is on: rate 25, ends in (1m|60s|59s)\n.*off payment/,
    );
    expect(statusText([], new Map(), false)).toBe('Nothing is on');
    expect(listText(false).split('\n')).toHaveLength(18);
  });

  it('names the damage that a fault has left, and how to remove it', () => {
    expect(switchedOffText(['payment', 'sessionLeak'], false)).toBe(
      'payment, sessionLeak are off\nsession keeps the memory that leaked until it is restarted: npm run fault -- heal sessionLeak does that',
    );
    expect(switchedOffText(['payment'], false)).toBe('payment is off');
  });

  it('or for programs', () => {
    expect(JSON.parse(statusText([fault], new Map(), true))).toEqual([fault]);
    const [first]: unknown[] = Parse(Type.Array(Type.Unknown()), JSON.parse(listText(true)));
    expect(first).toMatchObject({
      key: 'payment',
      settings: { rate: { maximum: 100 } },
    });
  });
});
