import { Readable } from 'node:stream';
import { log } from '@faultline/otlp/testing';
import { refused } from '@faultline/service/testing';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openBundle } from '../src/bundle/open-bundle';
import { storeThread } from '../src/intake/store-thread';
import { setUp } from './incidents-for-test';
import { openStore, type StoreForTest } from './open-store';
import { startConsole } from './start-console';

let test: StoreForTest;
beforeAll(async () => {
  test = await openStore();
  const now = Date.now();
  await test.take(
    [],
    [
      log({ time: now - 1_000, message: 'during' }),
      log({ time: now - 3_600_000, message: 'before' }),
    ],
  );
});
afterAll(() => test.close());

const start = async () => {
  const { incidents, fire } = setUp();
  fire('payment');
  return startConsole({ sources: { ...test, incidents } });
};

describe('a post-mortem over HTTP', () => {
  it('is a file of Markdown that holds its pictures', async () => {
    const console_ = await start();
    const response = await console_.get('/api/incidents/1/post-mortem');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="post-mortem-1.md"',
    );
    const text = await response.text();
    expect(text).toContain('# Post-mortem: The requests to a service fail: payment');
    expect(text).toContain('(http://console.example/incidents/1)');
    const pictures = [...text.matchAll(/!\[[^\]]+\]\(data:image\/svg\+xml;base64,([^)]+)\)/g)].map(
      ([, data = '']) => Buffer.from(data, 'base64').toString(),
    );
    expect(pictures).toHaveLength(3);
    for (const svg of pictures) expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });

  it('is a zip file with its pictures and the telemetry of its time', async () => {
    const console_ = await start();
    const response = await console_.get('/api/incidents/1/post-mortem?with=bundle');
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="post-mortem-1.zip"',
    );
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const [document, start_, worst, after, bundle = ''] = Object.keys(files);
    expect([document, start_, worst, after]).toEqual([
      'post-mortem-1.md',
      'map-start.svg',
      'map-worst.svg',
      'map-after.svg',
    ]);
    const text = strFromU8(files['post-mortem-1.md'] ?? new Uint8Array());
    for (const name of ['map-start.svg', 'map-worst.svg', 'map-after.svg']) {
      expect(text).toContain(`](${name})`);
      expect(strFromU8(files[name] ?? new Uint8Array())).toMatch(/<\/svg>\n$/);
    }
    expect(text).toContain(`\`${bundle}\``);
    const opened = await openBundle(Readable.from([Buffer.from(files[bundle] ?? [])]), {
      thread: storeThread,
    });
    onTestFinished(() => opened.close());
    const { store } = opened.sources;
    const { items } = await store.logs({ from: 0, to: 1e15, limit: 10 });
    expect(items.map(({ message }) => message)).toEqual(['during']);
  });

  it('is not there for an incident that is not, or is no number', async () => {
    const console_ = await start();
    expect(await refused(console_.get('/api/incidents/7/post-mortem'))).toMatchObject({
      status: 404,
      code: 'unknown-incident',
    });
    for (const path of ['first/post-mortem', '1/post-mortem?with=everything'])
      expect(await refused(console_.get(`/api/incidents/${path}`))).toMatchObject({ status: 400 });
  });
});
