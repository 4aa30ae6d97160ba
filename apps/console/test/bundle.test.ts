import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { id, log, span } from '@faultline/otlp/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BundleError, type OpenBundle, openBundle } from '../src/bundle/open-bundle';
import { writeBundle } from '../src/bundle/write-bundle';
import type { AlertPeriod } from '../src/health/alerts';
import type { HealthChange } from '../src/health/health';
import { storeThread } from '../src/intake/store-thread';
import { overview } from '../src/views/overview';
import { trace } from '../src/views/trace';
import { openStore, type StoreForTest } from './open-store';
import { alertsOf, changesOf, healthOf, metricsOf, noBudgetLog, sample } from './sources';

const from = 1_000_000;
const to = from + 60_000;
const range = { from, to };

const red: HealthChange = {
  at: from + 20_000,
  component: 'payment',
  state: 'red',
  since: from + 20_000,
  reasons: [
    { rule: 'errors', words: '25 % of its requests fail', value: 0.25, since: from + 20_000 },
  ],
};
const green: HealthChange = {
  at: from - 1,
  component: 'payment',
  state: 'green',
  since: from - 1,
  reasons: [],
};
const failing: AlertPeriod = {
  name: 'PaymentsFailing',
  subject: 'payment',
  priority: 'page',
  summary: 'Payments fail',
  component: 'payment',
  since: from + 25_000,
  resolvedAt: undefined,
  value: 0.25,
};
const release = {
  at: from + 5_000,
  service: 'payment',
  kind: 'release',
  before: '1.0.0',
  after: '1.1.0',
} as const;

let live: StoreForTest;
let file: Buffer;

const sources = () => ({
  store: live.store,
  metrics: metricsOf(
    [
      [
        'payment',
        (number) => [
          sample('payments_total', number, { outcome: 'failed' }),
          sample('build_info', 1, { version: '1.1.0' }),
          // A series that comes later.
          ...(number > 5 ? [sample('late_total', number)] : []),
        ],
      ],
      ['cart', (number) => (number === 3 ? undefined : [sample('up', 1)])],
    ],
    { from, count: 30 },
  ),
  health: healthOf([green, red]),
  alerts: alertsOf([failing]),
  changes: changesOf([release]),
  budgets: noBudgetLog,
});

beforeAll(async () => {
  live = await openStore();
  const spans = Array.from({ length: 1200 }, (_, number) =>
    span({
      service: 'payment',
      traceId: id(1 + Math.floor(number / 3)),
      spanId: id(number + 1, 16),
      start: from + number * 40,
      end: from + number * 40 + 12.5,
      attributes: { 'app.product.id': 'lamp', n: number, ok: true },
      events: [{ name: 'exception', time: from + 1, attributes: { 'exception.type': 'E' } }],
      status: number % 3 === 0 ? 'ERROR' : 'UNSET',
    }),
  );
  const logs = [log({ service: 'payment', time: from + 50, traceId: id(1), message: 'charged' })];
  await live.take([...spans, span({ traceId: id(9999), start: to + 1, end: to + 2 })], logs);
  file = await buffer(writeBundle(sources(), range, '1.2.3'));
});

afterAll(() => live.close());

const open = (content: Buffer, options: object = {}) =>
  openBundle(Readable.from([content]), { thread: storeThread, ...options });

/** What a bundle has, closed afterwards. */
const within = async <Result>(use: (bundle: OpenBundle) => Promise<Result>): Promise<Result> => {
  const bundle = await open(file);
  try {
    return await use(bundle);
  } finally {
    await bundle.close();
  }
};

describe('a bundle', () => {
  it('has all spans and logs of its range, and nothing else', async () => {
    await within(async ({ sources: { store }, manifest }) => {
      expect(manifest).toEqual({ bundle: 1, version: '1.2.3', from, to });
      const search = { from: 0, to: 1e15, limit: 5_000 };
      const before = await live.store.spans({ ...range, limit: 5_000 });
      expect((await store.spans(search)).items).toEqual(before.items);
      expect(before.total).toBe(1200);
      expect((await store.logs(search)).items).toEqual(
        (await live.store.logs({ ...range, limit: 5_000 })).items,
      );
    });
  });

  it('shows the same traces and the same map as the console that wrote it', async () => {
    await within(async (bundle) => {
      expect(await trace(bundle.sources.store, id(1))).toEqual(await trace(live.store, id(1)));
      const { incidents: _, ...recorded } = bundle.sources;
      for (const at of [from + 10_000, from + 30_000, to])
        expect(overview(recorded, { at })).toEqual({
          ...overview(sources(), { at }),
          keptSince: from,
        });
    });
  });

  it('has the metrics as they were scraped', async () => {
    await within(async ({ sources: { metrics } }) => {
      for (const target of ['payment', 'cart'] as const) {
        const [read, written] = [metrics, sources().metrics].map((each) =>
          each.window(target, from, to),
        );
        expect(read?.times).toEqual(written?.times);
        expect(read?.readable).toEqual(written?.readable);
        expect(read?.names().sort()).toEqual(written?.names().sort());
        for (const name of written?.names() ?? [])
          expect(read?.series(name)).toEqual(written?.series(name));
      }
    });
  });

  it('is lines of JSON, of which other tools read the OTLP part', () => {
    const lines = gunzipSync(file).toString().trimEnd().split('\n');
    const kinds = lines.map((line) => Object.keys(JSON.parse(line)).join());
    expect(kinds[0]).toBe('faultline');
    expect(new Set(kinds)).toEqual(
      new Set([
        'faultline',
        'states',
        'alerts',
        'changes',
        'metrics',
        'resourceSpans',
        'resourceLogs',
      ]),
    );
  });

  it('leaves no file behind when it is closed, or when it is none', async () => {
    const mine = async () =>
      (await readdir(tmpdir())).filter((name) => name.startsWith('faultline-bundle-'));
    const before = await mine();
    await within(async () => undefined);
    await expect(open(gzipSync('{}'))).rejects.toThrow(BundleError);
    expect(await mine()).toEqual(before);
  });
});

describe('a file that is no bundle', () => {
  const manifest = `{"faultline":{"bundle":1,"version":"1","from":1,"to":2}}\n`;
  it.each([
    ['is not packed', Buffer.from('hello'), 'It cannot be unpacked'],
    ['is cut off', () => file.subarray(0, file.length / 2), 'It cannot be unpacked'],
    ['is empty', gzipSync(''), 'It is empty'],
    ['is no JSON', gzipSync('hello'), 'Line 1: Unexpected token'],
    [
      'is of something else',
      gzipSync('{"resourceSpans":[]}'),
      'Line 1: it is no bundle of Faultline',
    ],
    [
      'is of a later version',
      gzipSync('{"faultline":{"bundle":2,"version":"9.0.0","from":1,"to":2}}'),
      'Line 1: it has version 2 (of Faultline 9.0.0), and this console reads 1',
    ],
    ['has a malformed span', gzipSync(`${manifest}{"resourceSpans":7}`), 'Line 2: '],
    [
      'has states of another shape',
      gzipSync(`${manifest}{"states":[{}]}`),
      'Line 2: its states have another shape',
    ],
    [
      'has an unknown component',
      gzipSync(
        `${manifest}{"states":[{"at":1,"component":"moon","state":"red","since":1,"reasons":[]}]}`,
      ),
      'Line 2: its states have another shape',
    ],
  ])('%s: it is refused with the reason', async (_what, content, reason) => {
    await expect(open(typeof content === 'function' ? content() : content)).rejects.toThrow(reason);
  });

  it('is too large when it is unpacked', async () => {
    const bomb = gzipSync(manifest + `{"x":"${'0'.repeat(100)}"}\n`.repeat(10_000));
    await expect(open(bomb, { maxBytes: 100_000 })).rejects.toThrow(
      'It has more than 100000 bytes',
    );
    await expect(
      open(gzipSync(manifest + 'x'.repeat(300_000)), { maxLineBytes: 100_000 }),
    ).rejects.toThrow('It has a line of more than 100000 bytes');
  });
});
