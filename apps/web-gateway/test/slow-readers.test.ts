import { readdir, readlink } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayFixture, startGateway } from './fixture';

const connections = 20;
const requests = 100;
const asset = Buffer.alloc(1024 * 1024, 'x');
const megabyte = 1024 * 1024;

let gateway: GatewayFixture;
const sockets: Socket[] = [];

beforeAll(async () => {
  gateway = await startGateway('http://127.0.0.1:1', { 'assets/index-1a2b.js': asset });
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await gateway.stop();
});

/** How often the asset is open in this process, which the server is part of. */
const openFiles = async (): Promise<number> => {
  const links = await Promise.all(
    (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
  );
  return links.filter((link) => link.startsWith(gateway.directory)).length;
};

/** Asks for the asset a hundred times at once and reads nothing. */
const attack = (): Socket => {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.pause();
  socket.write('GET /assets/index-1a2b.js HTTP/1.1\r\nHost: shop\r\n\r\n'.repeat(requests));
  return socket;
};

const isLinux = process.platform === 'linux';

describe.runIf(isLinux)('clients that ask for much at once and read nothing', () => {
  it('take one open file each and little memory, which are freed afterwards', async () => {
    expect((await gateway.get('/assets/index-1a2b.js')).status).toBe(200);
    const before = process.memoryUsage().rss;
    sockets.push(...Array.from({ length: connections }, attack));
    // Each has its first response under way, stuck at what the system buffers.
    await expect.poll(openFiles, { timeout: 20_000 }).toBe(connections);
    for (let look = 0; look < 20; look += 1)
      expect(await openFiles()).toBeLessThanOrEqual(connections);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * megabyte);
    expect((await gateway.get('/')).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    await expect.poll(openFiles, { timeout: 20_000 }).toBe(0);
  });
});
