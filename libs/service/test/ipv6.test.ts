import { execFile, spawnSync } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listenOnFreePort, withPostgres, withRedis } from '@faultline/stores';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ServiceApp } from '../src';
import { preferredHost } from '../src/addresses';
import { eventually, startFixture } from './fixture';
import { startNotes } from './notes-service';
import { startShelf } from './shelf-service';

const hasIPv6 = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .some(({ address }) => address === '::1');

/** A network of its own, in which loopback has one IPv6 address and nothing else. */
const host = 'fd00:10:244::5';
const prepared = [
  'ip link set lo up',
  'ip address delete 127.0.0.1/8 dev lo',
  `ip address add ${host}/128 dev lo nodad`,
].join(' && ');
const isolated = (command: string) => ['--net', 'sh', '-c', `${prepared} && ${command}`];
const mayIsolate = spawnSync('unshare', isolated('true')).status === 0;

describe('without HOST', () => {
  const greeting = async (app: ServiceApp) =>
    app.routes(async (http) => {
      http.get('/hello', async ({ ip }) => ({ ip }));
    }, {});

  it.runIf(hasIPv6)('a service takes IPv4 and IPv6 on both of its ports', async () => {
    const service = await startFixture(greeting, { HOST: '' });
    for (const loopback of ['127.0.0.1', '[::1]'])
      for (const url of [`${service.url}/hello`, `${service.adminUrl}/-/healthy`])
        expect((await fetch(url.replace('[::1]', loopback))).status).toBe(200);
  });

  it('a service listens on IPv4 only on a machine without IPv6', async () => {
    expect(await preferredHost('::', '0.0.0.0', async () => false)).toBe('0.0.0.0');
    expect(await preferredHost('::', '0.0.0.0', async () => true)).toBe('::');
    // Nobody's address, by RFC 5737: no machine that runs this has it.
    expect(await preferredHost('192.0.2.1', '127.0.0.1')).toBe('127.0.0.1');
  });

  it('a service is reached, and reaches others, in a network that has only IPv6', {
    timeout: 90_000,
  }, async ({ skip }) => {
    skip(!mayIsolate, 'making a network takes unshare, ip and the right to do so (root)');
    const node = `exec ${process.execPath} --conditions=@faultline/source -r ts-node/register/transpile-only`;
    const command = `${node} ${join(__dirname, 'fixtures/ipv6-only.ts')} ${host}`;
    const { stdout } = await promisify(execFile)('unshare', isolated(command));
    expect(JSON.parse(stdout)).toEqual({ public: 200, admin: 200, healthOfCaller: 200 });
  });
});

describe.runIf(hasIPv6)('the address of a store as an IPv6 literal', { timeout: 90_000 }, () => {
  /** The same store at `::1`, as the stores of the tests listen at IPv4. */
  const atIPv6 = async (url: string): Promise<string> => {
    const { port, hostname } = new URL(url);
    const relay = createServer((socket) => {
      const onward = connect(Number(port), hostname);
      socket.pipe(onward).pipe(socket);
      socket.on('error', () => onward.destroy());
      onward.on('error', () => socket.destroy());
    });
    const port6 = await listenOnFreePort(relay, '::1');
    onTestFinished(() => void relay.close());
    return url.replace(`${hostname}:${port}`, `[::1]:${port6}`);
  };

  it('leads to Redis', async () => {
    const store = await withRedis();
    onTestFinished(() => store.stop());
    const service = await startShelf(await atIPv6(store.url));
    await eventually(() => service.ready()).toBe(200);
    expect((await service.send('PUT', '/values/a')).status).toBe(200);
    expect(await (await service.get('/values/a')).json()).toEqual({ value: 'kept' });
  });

  it('leads to PostgreSQL', async () => {
    const store = await withPostgres();
    onTestFinished(() => store.stop());
    const service = await startNotes(await atIPv6(store.url));
    await eventually(() => service.ready()).toBe(200);
    expect((await service.send('POST', '/notes', { texts: ['kept'] })).status).toBe(200);
    expect(await (await service.get('/notes')).json()).toEqual([{ text: 'kept' }]);
  });
});
