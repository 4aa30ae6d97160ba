import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { encodeLogs, encodeSpans, MalformedBodyError } from '@faultline/otlp';
import { id, log, span } from '@faultline/otlp/testing';
import { expect, it, onTestFinished } from 'vitest';
import {
  CursorError,
  openTelemetryStore,
  StoreFileError,
  sourceThread,
  type TelemetryStoreOptions,
  ThreadEndedError,
} from '../src';
import { storeFile } from './fixture';

const thread = sourceThread(join(__dirname, '../src/worker.ts'));
const limits = { maxBytes: 1e9, maxAge: 1e15 };
const all = { from: 0, to: 10_000, limit: 10 };

const open = async (directory: string, options: Partial<TelemetryStoreOptions> = {}) => {
  const store = await openTelemetryStore({ directory, thread, limits, ...options });
  onTestFinished(() => store.close().catch(() => undefined));
  return store;
};

it('takes bodies of OTLP and finds what was in them', { timeout: 60_000 }, async () => {
  const store = await open(dirname(storeFile()));
  const spans = [span(), span({ spanId: id(2, 16), start: 1_005 })];
  expect(await store.intake('traces', encodeSpans(spans))).toEqual({
    accepted: 2,
    rejected: undefined,
  });
  expect(await store.intake('logs', encodeLogs([log({ level: 'error' })]))).toMatchObject({
    accepted: 1,
  });
  await store.flush();
  expect((await store.trace(id(1))).items).toEqual(spans);
  expect((await store.logs(all)).items).toEqual([log({ level: 'error' })]);
  expect((await store.traces(all)).items).toMatchObject([{ spans: 2, hits: 2 }]);
  expect((await store.logFacets({ from: 0, to: 10_000 })).level).toEqual([
    { value: 'error', count: 1 },
  ]);
  expect(await store.counts()).toEqual({
    spans: 2,
    logs: 1,
    dropped: 0,
    rejected: 0,
    malformed: 0,
    failed: 0,
  });

  const refused = store.intake('traces', Buffer.from('no protobuf'));
  await expect(refused).rejects.toThrow(MalformedBodyError);
  await expect(store.spans({ ...all, cursor: 'x' })).rejects.toThrow(CursorError);
  expect(await store.counts()).toMatchObject({ malformed: 1 });
});

it('keeps senders waiting for what comes faster than it is written, and loses nothing of it', {
  timeout: 120_000,
}, async () => {
  const store = await open(dirname(storeFile()));
  const bodies = Array.from({ length: 4 }, (_, body) =>
    encodeSpans(
      Array.from({ length: 60_000 }, (_, index) =>
        span({ traceId: id(body + 1), spanId: id(index + 1, 16) }),
      ),
    ),
  );
  await Promise.all(bodies.map((body) => store.intake('traces', body)));
  const { spans, dropped } = await store.counts();
  // Of each kind 10,000 wait at most.
  expect(spans).toBeGreaterThanOrEqual(230_000);
  expect(dropped).toBe(0);
  await store.flush();
  expect(await store.counts()).toMatchObject({ spans: 240_000, dropped: 0, failed: 0 });
  expect((await store.contents()).spans).toBe(240_000);
});

it('starts a thread that has ended again, and counts what it held as dropped', {
  timeout: 60_000,
}, async () => {
  const ends: string[] = [];
  const store = await open(dirname(storeFile()), {
    thread: sourceThread(join(__dirname, 'fixtures/mortal-worker.ts')),
    threadEnded: (role) => ends.push(role),
  });
  await store.intake('traces', encodeSpans([span()]));
  await store.flush();
  await store.intake('traces', encodeSpans([span({ spanId: id(2, 16) })]));
  const channel = new BroadcastChannel('mortal-worker');
  channel.postMessage('end');
  channel.close();
  await expect.poll(() => ends.toSorted()).toEqual(['read', 'write']);
  await expect(store.flush()).rejects.toThrow(ThreadEndedError);
  await expect(store.contents()).rejects.toThrow(ThreadEndedError);
  await expect(store.check()).rejects.toThrow(ThreadEndedError);
  const sent = () =>
    store.intake('traces', encodeSpans([span({ spanId: id(3, 16) })])).then(
      ({ accepted }) => accepted,
      () => 0,
    );
  await expect.poll(sent, { timeout: 20_000 }).toBe(1);
  await store.flush();
  expect(await store.counts()).toMatchObject({ spans: 2, dropped: 1, failed: 0 });
  await expect
    .poll(() => store.contents().catch(() => undefined), { timeout: 20_000 })
    .toMatchObject({ spans: 2 });
  await store.check();
});

it('starts threads less and less often while the file cannot be used, and again when it can', {
  timeout: 60_000,
}, async () => {
  const ends: number[] = [];
  const file = storeFile();
  const store = await open(dirname(file), {
    thread: sourceThread(join(__dirname, 'fixtures/mortal-worker.ts')),
    threadEnded: (role) => role === 'write' && ends.push(performance.now()),
  });
  await store.intake('traces', encodeSpans([span()]));
  await store.flush();
  const away = join(dirname(file), 'away');
  await mkdir(away);
  const move = async (from: string, to: string) => {
    for (const name of await readdir(from))
      if (name.startsWith(basename(file))) await rename(join(from, name), join(to, name));
  };
  await move(dirname(file), away);
  await writeFile(file, 'this is no database, however long it is, and nothing makes one of it');
  const channel = new BroadcastChannel('mortal-worker');
  channel.postMessage('end');
  channel.close();
  await expect.poll(() => ends.length, { timeout: 30_000 }).toBe(3);
  const [first = 0, second = 0, third = 0] = ends;
  // Timers are never early: 1 s, then 2 s.
  expect(second - first).toBeGreaterThanOrEqual(999);
  expect(third - second).toBeGreaterThanOrEqual(1_999);
  await expect(store.check()).rejects.toThrow(StoreFileError);
  await rm(file);
  await move(away, dirname(file));
  await expect
    .poll(() => store.contents().catch(() => undefined), { timeout: 30_000 })
    .toMatchObject({ spans: 1 });
  // The threads start again one by one.
  await expect
    .poll(() => store.check().catch((error: unknown) => error), { timeout: 30_000 })
    .toBeUndefined();
});

it('does not keep the answers that it has given', { timeout: 60_000 }, async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const store = await open(dirname(storeFile()));
  const ask = async () => new WeakRef(await store.spans(all));
  const answer = await ask();
  const isKept = () => {
    collectGarbage();
    return answer.deref() !== undefined;
  };
  await expect.poll(isKept).toBe(false);
});

it('keeps what waited when it is closed', { timeout: 60_000 }, async () => {
  const directory = dirname(storeFile());
  const store = await open(directory);
  await store.intake('traces', encodeSpans([span()]));
  await store.close();
  await expect(store.flush()).rejects.toThrow(ThreadEndedError);
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
