import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { encodeLogs, encodeSpans, MalformedBodyError } from '@faultline/otlp';
import { id, log, span } from '@faultline/otlp/testing';
import { expect, it, onTestFinished } from 'vitest';
import { CursorError, openTelemetryStore, StoreFileError, sourceThread } from '../src';
import { storeFile } from './fixture';

const thread = sourceThread(join(__dirname, '../src/worker.ts'));
const limits = { maxBytes: 1e9, maxAge: 1e15 };
const all = { from: 0, to: 10_000, limit: 10 };

const open = async (directory: string, maxQueued?: number) => {
  const store = await openTelemetryStore({
    directory,
    thread,
    limits,
    ...(maxQueued && { maxQueued }),
  });
  onTestFinished(() => store.close().catch(() => undefined));
  return store;
};

it('takes bodies of OTLP and finds what was in them', { timeout: 60_000 }, async () => {
  const store = await open(dirname(storeFile()));
  const spans = [span(), span({ spanId: id(2, 16), start: 1_005 })];
  expect(await store.intake('traces', encodeSpans(spans))).toBe(2);
  expect(await store.intake('logs', encodeLogs([log({ level: 'error' })]))).toBe(1);
  await store.flush();
  expect((await store.trace(id(1))).items).toEqual(spans);
  expect((await store.logs(all)).items).toEqual([log({ level: 'error' })]);
  expect((await store.traces(all)).items).toMatchObject([{ spans: 2, hits: 2 }]);
  expect((await store.logFacets({ from: 0, to: 10_000 })).level).toEqual([
    { value: 'error', count: 1 },
  ]);
  expect(await store.counts()).toEqual({ spans: 2, logs: 1, dropped: 0, malformed: 0, failed: 0 });

  const refused = store.intake('traces', Buffer.from('no protobuf'));
  await expect(refused).rejects.toThrow(MalformedBodyError);
  await expect(store.spans({ ...all, cursor: 'x' })).rejects.toThrow(CursorError);
  expect(await store.counts()).toMatchObject({ malformed: 1 });
});

it('drops the oldest of what comes faster than it can be written, and counts it', {
  timeout: 60_000,
}, async () => {
  const store = await open(dirname(storeFile()), 10);
  const spans = Array.from({ length: 25 }, (_, index) =>
    span({ spanId: id(index + 1, 16), start: 1_000 + index }),
  );
  expect(await store.intake('traces', encodeSpans(spans))).toBe(25);
  await store.flush();
  expect(await store.counts()).toMatchObject({ spans: 10, dropped: 15 });
  const kept = await store.spans({ ...all, limit: 20 });
  expect(kept.items.map(({ start }) => start)).toEqual(
    spans
      .slice(15)
      .map(({ start }) => start)
      .reverse(),
  );
});

it('keeps what waited when it is closed', { timeout: 60_000 }, async () => {
  const directory = dirname(storeFile());
  const store = await open(directory);
  await store.intake('traces', encodeSpans([span()]));
  await store.close();
  await expect(store.counts()).rejects.toThrow('ended');
  expect(await (await open(directory)).contents()).toMatchObject({ spans: 1 });
});

it('says what is wrong with the file', { timeout: 60_000 }, async () => {
  const file = storeFile();
  await writeFile(
    join(dirname(file), 'telemetry.db'),
    'this is no database, and as long as the header of one would be, or longer',
  );
  await expect(open(dirname(file))).rejects.toThrow(StoreFileError);
});
