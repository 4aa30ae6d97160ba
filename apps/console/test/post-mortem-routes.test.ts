import { refused } from '@faultline/service/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUp } from './incidents-for-test';
import { openStore, type StoreForTest } from './open-store';
import { startConsole } from './start-console';

let test: StoreForTest;
beforeAll(async () => {
  test = await openStore();
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

  it('is not there for an incident that is not, or is no number', async () => {
    const console_ = await start();
    expect(await refused(console_.get('/api/incidents/7/post-mortem'))).toMatchObject({
      status: 404,
      code: 'unknown-incident',
    });
    expect(await refused(console_.get('/api/incidents/first/post-mortem'))).toMatchObject({
      status: 400,
    });
  });
});
