import { consoleRoutes } from '@faultline/contracts/console';
import { log } from '@faultline/otlp/testing';
import { refused, type ServiceForTest } from '@faultline/service/testing';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Change } from '../src/changes/changes';
import type { HealthChange } from '../src/health/health';
import { openStore, type StoreForTest } from './open-store';
import { changesOf, healthOf } from './sources';
import { faultsFile, startConsole } from './start-console';

let test: StoreForTest;
beforeAll(async () => {
  test = await openStore();
});
afterAll(() => test.close());

interface Received {
  event: string;
  data: string;
}

/** The events of a path as they come. */
const follow = async ({ url }: ServiceForTest, path: string) => {
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const response = await fetch(url + path, {
    signal: ending.signal,
    headers: { accept: 'text/event-stream' },
  });
  const received: Received[] = [];
  const done = (async () => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const [, event, data] = /^event: (.*)\ndata: (.*)$/s.exec(message) ?? [];
        if (event !== undefined && data !== undefined) received.push({ event, data });
      }
    }
  })().catch(() => undefined);
  return { received, done, end: () => ending.abort(), status: response.status };
};

/** The health of a shop, of which a test says when it changes. */
const changingHealth = () => {
  const listeners = new Set<(change: HealthChange) => void>();
  const health = {
    ...healthOf([]),
    subscribe: (listen: (change: HealthChange) => void) => {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
  };
  const changed = (change: HealthChange) => {
    for (const listen of listeners) listen(change);
  };
  return { health, changed, listeners };
};

it('tells of states, changes and faults as they change', async () => {
  const { health, changed, listeners } = changingHealth();
  let released: (change: Change) => void = () => undefined;
  const console_ = await startConsole({
    faults: { file: await faultsFile() },
    sources: {
      ...test,
      health,
      changes: {
        ...changesOf([]),
        subscribe: (listen) => {
          released = listen;
          return () => undefined;
        },
      },
    },
  });
  const events = await follow(console_, '/api/events');
  await expect.poll(() => events.received.map(({ event }) => event)).toContain('counts');
  changed({
    at: 5,
    component: 'cart',
    state: 'red',
    since: 5,
    reasons: [{ rule: 'offline', words: 'does not answer', since: 5 }],
  });
  released({ at: 6, service: 'cart', kind: 'release', before: '1', after: '2' });
  await console_.client(consoleRoutes).switchOn({ params: { key: 'logLeak' }, body: {} });
  await expect
    .poll(() => events.received)
    .toEqual(
      expect.arrayContaining([
        { event: 'faults', data: '{"on":[]}' },
        {
          event: 'state',
          data: '{"at":5,"component":"cart","state":"red","rule":"offline","words":"does not answer"}',
        },
        { event: 'change', data: '{"at":6,"component":"cart","kind":"version","words":"1 → 2"}' },
        { event: 'faults', data: '{"on":["logLeak"]}' },
      ]),
    );
  expect(listeners.size).toBe(1);
  events.end();
  await expect.poll(() => listeners.size).toBe(0);
});

it('sends log records that fit as they arrive, and ends when the console does', async () => {
  const console_ = await startConsole({ sources: test });
  const tail = await follow(console_, '/api/logs/tail?q=level:error');
  expect(tail.status).toBe(200);
  let number = 0;
  // The first look only finds out where the log ends.
  await expect
    .poll(async () => {
      number += 1;
      await test.take([], [log({ time: number, level: 'error' }), log({ time: number })]);
      return tail.received.length;
    })
    .toBeGreaterThan(1);
  const lines = tail.received.map(({ event, data }) => `${event} ${data}`);
  expect(lines.every((line) => line.startsWith('log {') && line.includes('"level":"error"'))).toBe(
    true,
  );
  await console_.stop();
  await tail.done;
});

it('sends the newest lines of a burst, and says how many it has left out', async () => {
  const console_ = await startConsole({ sources: test });
  const tail = await follow(console_, '/api/logs/tail?q=level:fatal');
  const at = Date.now();
  await expect
    .poll(async () => {
      await test.take([], [log({ time: at, level: 'fatal', message: 'first' })]);
      return tail.received.length;
    })
    .toBeGreaterThan(0);
  const count = 450;
  await test.take(
    [],
    Array.from({ length: count }, (_, index) =>
      log({ time: at, level: 'fatal', message: `line-${index}` }),
    ),
  );
  const ofBurst = () => tail.received.filter(({ data }) => data.includes('line-'));
  const skipped = () =>
    tail.received
      .filter(({ event }) => event === 'skipped')
      .reduce((sum, { data }) => sum + Number(/\d+/.exec(data)?.[0]), 0);
  await expect.poll(() => ofBurst().length + skipped()).toBeGreaterThanOrEqual(count);
  expect(ofBurst().at(-1)?.data).toContain(`line-${count - 1}"`);
});

it('counts the lines that a client reads too slowly', async () => {
  const lines = Array.from({ length: 200 }, (_, index) =>
    log({ message: `line-${index}`, attributes: { text: 'x'.repeat(30_000) } }),
  );
  let looks = 0;
  const console_ = await startConsole({
    sources: {
      store: {
        ...test.store,
        tail: async () => {
          looks += 1;
          return { items: looks <= 5 ? lines : [], skipped: 0, next: looks };
        },
      },
    },
  });
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const response = await fetch(`${console_.url}/api/logs/tail`, {
    signal: ending.signal,
    headers: { accept: 'text/event-stream' },
  });
  // Nothing is read until all were sent.
  await expect.poll(() => looks, { timeout: 20_000 }).toBeGreaterThan(6);
  let text = '';
  const sum = () =>
    (text.match(/^event: log$/gm)?.length ?? 0) +
    [...text.matchAll(/^event: skipped\ndata: {"count":(\d+)}$/gm)].reduce(
      (all, [, count]) => all + Number(count),
      0,
    );
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    if (sum() >= 1_000) break;
  }
  expect(sum()).toBe(1_000);
  expect(text).toContain('event: skipped');
});

it('counts the changes that a client reads too slowly', async () => {
  const { health, changed } = changingHealth();
  const console_ = await startConsole({ sources: { ...test, health } });
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const response = await fetch(`${console_.url}/api/events`, {
    signal: ending.signal,
    headers: { accept: 'text/event-stream' },
  });
  const words = 'x'.repeat(30_000);
  for (let at = 0; at < 1_000; at += 1) {
    const reasons = [{ rule: 'offline' as const, words, since: at }];
    changed({ at, component: 'cart', state: 'red', since: at, reasons });
  }
  let text = '';
  const told = () =>
    (text.match(/^event: state$/gm)?.length ?? 0) +
    Number(/^event: skipped\ndata: {"count":(\d+)}$/m.exec(text)?.[1] ?? 0);
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    if (told() >= 1_000) break;
  }
  expect(told()).toBe(1_000);
  expect(text).toContain('event: skipped');
});

it('refuses to follow a search that it cannot read', async () => {
  const console_ = await startConsole({ sources: test });
  expect(await refused(console_.get('/api/logs/tail?q=a:/b/'))).toMatchObject({
    status: 400,
    code: 'invalid-query',
  });
});
