import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { refused } from '@faultline/service/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type StoreForTest } from './open-store';
import { faultsFile, scratch, startConsole } from './start-console';

let test: StoreForTest;
beforeAll(async () => {
  test = await openStore();
});
afterAll(() => test.close());

const token = 'correct-horse';

const start = async (environment: NodeJS.ProcessEnv = {}) =>
  startConsole({ sources: test, environment, faults: { file: await faultsFile() } });

/** The status of a request whose Host `fetch` would not send. */
const statusAs = (url: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('a console with a token', () => {
  it('needs it for each write, and for no read', async () => {
    const console_ = await start({ CONSOLE_TOKEN: token });
    expect((await console_.get('/api/overview')).status).toBe(200);
    const off = (authorization?: string) =>
      console_.send('DELETE', '/api/faults', undefined, authorization ? { authorization } : {});
    for (const wrong of [undefined, token, `Bearer ${token}x`, 'Bearer', `Basic ${token}`]) {
      const response = await off(wrong);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await refused(response)).toMatchObject({ status: 401, code: 'token-required' });
    }
    expect((await off(`Bearer ${token}`)).status).toBe(200);
    expect((await off(`bearer ${token}`)).status).toBe(200);
  });

  it('needs it for reads, too, if it is private', async () => {
    const console_ = await start({ CONSOLE_TOKEN: token, CONSOLE_PRIVATE: 'true' });
    for (const path of ['/api/overview', '/api/events', '/openapi.json', '/mcp', '/api?x'])
      expect((await console_.get(path)).status).toBe(401);
    // The same routes, written in another way.
    for (const path of ['/%61pi/overview', '/api/%6fverview', '/openapi%2ejson'])
      expect((await console_.get(path)).status).toBe(401);
    const authorization = `Bearer ${token}`;
    expect((await console_.get('/api/overview', { authorization })).status).toBe(200);
    // The pages hold nothing, and ask for the token.
    expect((await console_.get('/')).status).not.toBe(401);
  });
});

describe('a console without a token', () => {
  it.each([
    [{ HOST: '0.0.0.0' }, 'CONSOLE_TOKEN is not set'],
    [{ HOST: '::' }, 'CONSOLE_TOKEN is not set'],
    [{ CONSOLE_PRIVATE: 'true' }, 'CONSOLE_PRIVATE needs CONSOLE_TOKEN'],
    [{ CONSOLE_TOKEN: 'short' }, 'CONSOLE_TOKEN'],
  ])('does not start with %j', async (environment, message) => {
    await expect(start(environment)).rejects.toThrow(message);
  });
});

describe('other sites', () => {
  const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };

  it('cannot use the console through the browser of somebody who may', async () => {
    const console_ = await start();
    for (const [method, path] of [
      ['DELETE', '/api/faults'],
      ['GET', '/api/overview'],
      ['GET', '/api/events'],
      ['POST', '/mcp'],
      ['GET', '/'],
    ] as const)
      expect((await console_.send(method, path, undefined, elsewhere)).status).toBe(403);
  });

  it('cannot reach it by a name of theirs that leads here', async () => {
    const { url } = await start();
    expect(await statusAs(`${url}/api/overview`, 'evil.example')).toBe(403);
    expect(await statusAs(`${url}/api/overview`, 'localhost:8090')).toBe(200);
  });
});

describe('the pages', () => {
  const built = async () => {
    const directory = await scratch();
    await mkdir(join(directory, 'assets'));
    await writeFile(
      join(directory, 'index.html'),
      '<!doctype html><title>Console</title><script>theme()</script>',
    );
    await writeFile(join(directory, 'assets/main-abc.js'), 'run()');
    return directory;
  };

  it('are served at each address of theirs, with a policy that lets only their own scripts run', async () => {
    const console_ = await start({ CONSOLE_PAGES: await built() });
    for (const path of ['/', '/traces?q=x', '/components/product']) {
      const response = await console_.get(path, { accept: 'text/html' });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<title>Console</title>');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-security-policy')).toMatch(
        /script-src 'self' 'sha256-.*frame-ancestors 'none'/,
      );
    }
    const script = await console_.get('/assets/main-abc.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await console_.get('/assets/gone.js')).status).toBe(404);
    expect((await console_.get('/api/gone')).status).toBe(404);
  });

  it('say how to build them when they are not', async () => {
    const console_ = await start({ CONSOLE_PAGES: await scratch() });
    const response = await console_.get('/');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('nx build console-ui');
    expect((await console_.get('/api/overview')).status).toBe(200);
  });
});
