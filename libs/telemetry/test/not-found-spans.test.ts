import { once } from 'node:events';
import { connect } from 'node:net';
import { startOtlpReceiver } from '@faultline/otlp/testing';
import { expect, it, onTestFinished } from 'vitest';
import { startTraced } from './traced-process';

it('a request that matches no route has a span even if its client disconnects', {
  timeout: 90_000,
}, async () => {
  const receiver = await startOtlpReceiver();
  onTestFinished(() => receiver.stop());
  const service = await startTraced('cart', { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
  onTestFinished(async () => {
    await service.stop();
  });
  const { hostname, port } = new URL(service.url);
  const socket = connect({ host: hostname, port: Number(port) });
  await once(socket, 'connect');
  const body = 'content-type: application/json\r\ncontent-length: 99\r\n\r\n{';
  socket.write(`POST /nowhere HTTP/1.1\r\nhost: shop\r\nexpect: 100-continue\r\n${body}`);
  // The server says so when it has the request.
  await once(socket, 'data');
  socket.destroy();
  const spans = () => receiver.spans.filter(({ name }) => name === 'POST');
  await expect.poll(spans, { timeout: 15_000 }).toMatchObject([
    {
      kind: 'SERVER',
      status: 'UNSET',
      attributes: { 'http.request.method': 'POST', 'http.response.status_code': 499 },
    },
  ]);
});

it('a request that matches no route has one span when its client stays', {
  timeout: 90_000,
}, async () => {
  const receiver = await startOtlpReceiver();
  onTestFinished(() => receiver.stop());
  const service = await startTraced('cart', { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
  await service.send('/nowhere', { method: 'POST' });
  await service.stop();
  expect(
    receiver.spans.map(({ name, attributes }) => [name, attributes['http.response.status_code']]),
  ).toEqual([['POST', 404]]);
});
