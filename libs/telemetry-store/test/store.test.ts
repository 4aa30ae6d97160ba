import { copyFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { id, log, span } from '@faultline/otlp/testing';
import { describe, expect, it } from 'vitest';
import { CursorError, openWriter, StoreFileError } from '../src';
import { openStore, storeFile } from './fixture';

const all = { from: 0, to: 10_000, limit: 100 };

describe('what is kept', () => {
  it('comes back as it came in', () => {
    const { writer, reader } = openStore();
    const whole = span({
      parentSpanId: id(7, 16),
      start: 1_795_694_718_593.125,
      end: 1_795_694_718_600.5,
      status: 'ERROR',
      attributes: { 'http.response.status_code': 502, retry: true, 'odd "key"': ['a', 1, false] },
      events: [
        { name: 'exception', time: 1_004.5, attributes: { 'exception.message': 'ü "quoted"' } },
      ],
      links: [{ traceId: id(9), spanId: id(9, 16) }],
    });
    const line = log({ time: 1_795_694_718_594.25, traceId: whole.traceId, spanId: whole.spanId });
    writer.append({ spans: [whole], logs: [line] });
    expect(reader.trace(whole.traceId)).toEqual({ items: [whole], total: 1, next: undefined });
    const search = { from: 0, to: 2e12, limit: 10 };
    expect(reader.logs(search).items).toEqual([line]);
    expect(reader.spans(search).items).toEqual([whole]);
    expect(reader.contents()).toMatchObject({ spans: 1, logs: 1, traces: 1, since: whole.start });
  });

  it('is a span once, however often it is sent', () => {
    const { writer, reader } = openStore();
    writer.append({ spans: [span(), span()], logs: [] });
    writer.append({ spans: [span(), span({ spanId: id(2, 16), status: 'ERROR' })], logs: [] });
    expect(reader.traces(all).items).toMatchObject([{ spans: 2, errors: 1, hits: 2 }]);
  });

  it('is a trace with its root, whichever part of it comes first', () => {
    const { writer, reader } = openStore();
    const child = span({ spanId: id(2, 16), parentSpanId: id(1, 16), start: 1_005, end: 1_050 });
    writer.append({ spans: [child], logs: [] });
    expect(reader.traces(all).items).toMatchObject([{ service: undefined, name: undefined }]);
    writer.append({
      spans: [span({ service: 'api-gateway', resource: {}, name: 'GET /' })],
      logs: [],
    });
    expect(reader.traces(all).items).toMatchObject([
      { service: 'api-gateway', name: 'GET /', start: 1_000, duration: 50, spans: 2 },
    ]);
  });

  it('is all of a batch or nothing', () => {
    const { writer, reader } = openStore();
    const broken = log({ time: Number.NaN });
    expect(() => writer.append({ spans: [span()], logs: [broken] })).toThrow();
    expect(reader.contents()).toMatchObject({ spans: 0, logs: 0, traces: 0, since: undefined });
    writer.append({ spans: [span()], logs: [log()] });
    expect(reader.spans(all).items).toEqual([span()]);
  });

  it('is there again after the process was killed', () => {
    const file = storeFile();
    const writer = openWriter(file);
    writer.append({ spans: [span()], logs: [log()] });
    // As a kill leaves it: the log of writes is there, and nobody has closed the file.
    for (const end of ['', '-wal']) copyFileSync(file + end, `${file}.copy${end}`);
    writer.close();
    const { reader } = openStore(`${file}.copy`);
    expect(reader.contents()).toMatchObject({ spans: 1, logs: 1 });
  });
});

describe('a page', () => {
  it('ends where the next begins, and the pages hold everything once', () => {
    const { writer, reader } = openStore();
    // Several of the same moment.
    const spans = Array.from({ length: 25 }, (_, index) =>
      span({
        traceId: id(index + 1),
        spanId: id(index + 1, 16),
        start: 1_000 + Math.floor(index / 4),
        end: 2_000,
      }),
    );
    writer.append({
      spans,
      logs: spans.map(({ start, traceId }) => log({ time: start, traceId })),
    });
    for (const read of [reader.spans, reader.traces, reader.logs]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = read({ ...all, limit: 7, cursor });
        expect(page.total).toBe(25);
        seen.push(...page.items.map(({ traceId }) => traceId));
        cursor = page.next;
      } while (cursor !== undefined);
      expect(seen).toHaveLength(25);
      expect(new Set(seen).size).toBe(25);
      expect(seen[0]).toBe(id(25));
    }
    expect(() => reader.spans({ ...all, cursor: "1' or 1" })).toThrow(CursorError);
  });
});

describe('pruning', () => {
  const fill = (writer: ReturnType<typeof openWriter>, from: number, count: number) => {
    const indexes = Array.from({ length: count }, (_, index) => from + index);
    writer.append({
      spans: indexes.map((index) =>
        span({ traceId: id(index + 1), spanId: id(index + 1, 16), start: index, end: index + 1 }),
      ),
      logs: indexes.map((index) => log({ time: index, attributes: { text: 'x'.repeat(200) } })),
    });
  };

  it('deletes what is too old, with traces of which nothing is left', () => {
    const { writer, reader } = openStore();
    fill(writer, 0, 1_000);
    expect(writer.prune({ maxBytes: 1e9, maxAge: 400 }, 1_000)).toBe(false);
    expect(reader.contents()).toMatchObject({ spans: 400, logs: 400, traces: 400, since: 600 });
  });

  it('deletes the oldest until the rest fits, and the file stops growing', () => {
    const { writer, reader } = openStore();
    const maxBytes = 4_000_000;
    for (let round = 0; round < 12; round += 1) {
      fill(writer, round * 4_000, 4_000);
      for (let more = true; more; ) more = writer.prune({ maxBytes, maxAge: 1e9 }, 1e6);
      expect(reader.contents().bytes).toBeLessThanOrEqual(maxBytes);
    }
    const { spans, logs, since } = reader.contents();
    expect(spans).toBeGreaterThan(1_000);
    expect(logs).toBeGreaterThan(1_000);
    expect(since).toBeGreaterThan(10_000);
    expect(reader.spans({ from: 0, to: 1e6, limit: 1 }).items[0]?.start).toBe(47_999);
  });
});

describe('resources', () => {
  const resourceSpan = (number: number, start: number) =>
    span({
      traceId: id(number),
      spanId: id(number, 16),
      start,
      end: start + 1,
      resource: { 'service.instance.id': `instance-${number}` },
    });

  it('go with the last span or log record that refers to them', () => {
    const { file, writer, reader } = openStore();
    const logOnly = { 'service.instance.id': 'of a log' };
    const ofRoot = { 'service.instance.id': 'of a root' };
    writer.append({
      spans: [
        ...Array.from({ length: 1_000 }, (_, index) => resourceSpan(index + 1, index)),
        // The trace is kept for its other span.
        span({ traceId: id(5_000), spanId: id(1, 16), start: 1, resource: ofRoot }),
        span({
          traceId: id(5_000),
          spanId: id(2, 16),
          parentSpanId: id(1, 16),
          start: 950,
          resource: {},
        }),
      ],
      logs: [log({ time: 900, resource: logOnly })],
    });
    expect(reader.traces(all).total).toBe(1_001);
    writer.prune({ maxBytes: 1e9, maxAge: 200 }, 1_000);
    const database = new DatabaseSync(file);
    const kept = database.prepare('select attributes from resources order by id').all();
    database.close();
    expect(kept.map(({ attributes }) => attributes).slice(0, 2)).toEqual([
      JSON.stringify({ 'service.instance.id': 'instance-801' }),
      JSON.stringify({ 'service.instance.id': 'instance-802' }),
    ]);
    expect(kept).toHaveLength(203);
    // One that comes again is known by another id, and readers show what it is.
    writer.append({ spans: [resourceSpan(1, 990)], logs: [] });
    writer.append({ spans: [resourceSpan(6_000, 991)], logs: [] });
    expect(reader.trace(id(6_000)).items).toEqual([resourceSpan(6_000, 991)]);
    expect(reader.trace(id(1)).items).toEqual([resourceSpan(1, 990)]);
    expect(reader.trace(id(900)).items).toEqual([resourceSpan(900, 899)]);
    const [found] = reader.spans({
      ...all,
      conditions: [{ field: 'service.instance.id', operator: '=', value: 'instance-6000' }],
    }).items;
    expect(found).toEqual(resourceSpan(6_000, 991));
  });

  it('may be more than a call has arguments', { timeout: 60_000 }, () => {
    const { writer, reader } = openStore();
    const count = 150_000;
    writer.append({
      spans: Array.from({ length: count }, (_, index) => resourceSpan(index + 1, 1_000)),
      logs: [],
    });
    expect(reader.trace(id(count)).items).toEqual([resourceSpan(count, 1_000)]);
    const conditions = [{ field: 'service', operator: '=', value: 'cart' }] as const;
    expect(reader.spans({ ...all, conditions }).total).toBe(count);
    writer.append({ spans: [resourceSpan(count + 1, 1_000)], logs: [] });
    expect(reader.trace(id(count + 1)).items).toEqual([resourceSpan(count + 1, 1_000)]);
  });
});

describe('a file of an earlier version', () => {
  it('loses rows with times that cannot be read', () => {
    const file = storeFile();
    const first = openWriter(file);
    first.append({ spans: [span()], logs: [log()] });
    first.append({
      spans: [span({ traceId: id(2), end: 2e13 })],
      logs: [log({ time: 2e13 })],
    });
    first.close();
    const database = new DatabaseSync(file);
    database.exec('pragma user_version = 2');
    database.close();
    const { reader } = openStore(file);
    expect(reader.traces(all).items).toMatchObject([{ traceId: id(1), spans: 1 }]);
    expect(reader.logs({ ...all, to: 1e15 }).total).toBe(1);
    expect(reader.contents()).toMatchObject({ spans: 1, logs: 1, traces: 1 });
  });
});

describe('a file that cannot be used', () => {
  it('is refused with a way out', () => {
    const newer = storeFile();
    openWriter(newer).close();
    new DatabaseSync(newer).exec('pragma user_version = 99');
    expect(() => openWriter(newer)).toThrow(
      /has schema 99, and this version knows 3: use the newer/,
    );

    const foreign = storeFile();
    new DatabaseSync(foreign).exec('create table things (id integer)');
    expect(() => openWriter(foreign)).toThrow(/is a database of another program/);

    const text = storeFile();
    writeFileSync(
      text,
      'this is no database, and longer than a header of one would be, just in case',
    );
    expect(() => openWriter(text)).toThrow(StoreFileError);
  });

  it('is opened again by the version that wrote it', () => {
    const file = storeFile();
    const first = openWriter(file);
    first.append({ spans: [span()], logs: [] });
    first.close();
    const { writer, reader } = openStore(file);
    writer.append({ spans: [span({ spanId: id(2, 16) })], logs: [] });
    expect(reader.trace(id(1)).items).toHaveLength(2);
  });
});
