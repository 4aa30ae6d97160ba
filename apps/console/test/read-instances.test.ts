import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { readInstances } from '../src/metrics/read-instances';

/** A page of metrics with one counter, on a loopback address. Gives its port. */
const serve = async (address: string, value: number, port = 0): Promise<number> => {
  const server = createServer((_request, response) => response.end(`served_total ${value}\n`));
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  onTestFinished(() => void server.close());
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return bound.port;
};

const signal = () => AbortSignal.timeout(10_000);

it('reads the one instance of an address', async () => {
  const port = await serve('127.0.0.1', 3);
  expect(await readInstances(`http://127.0.0.1:${port}`, signal())).toMatchObject([
    { name: 'served_total', labels: {}, value: 3 },
  ]);
});

it('reads every instance that a host name has, and says which one it was', async () => {
  const port = await serve('127.0.0.1', 3);
  await serve('127.0.0.2', 4, port);
  const resolve = async () => ['127.0.0.1', '127.0.0.2'];
  expect(await readInstances(`http://product-pods:${port}`, signal(), resolve)).toMatchObject([
    { labels: { instance: `127.0.0.1:${port}` }, value: 3 },
    { labels: { instance: `127.0.0.2:${port}` }, value: 4 },
  ]);
});

it('does without an instance that cannot be read, but not without all', async () => {
  const port = await serve('127.0.0.1', 3);
  const some = async () => ['127.0.0.3', '127.0.0.1'];
  expect(await readInstances(`http://product-pods:${port}`, signal(), some)).toHaveLength(1);
  const none = async () => ['127.0.0.3'];
  await expect(readInstances(`http://product-pods:${port}`, signal(), none)).rejects.toThrow(
    'no instance of product-pods can be read',
  );
});
