import { afterEach, expect, it } from 'vitest';
import { encodeSpans } from '../src';
import { span, startFanOut, startOtlpReceiver } from '../src/testing';

const cleanup: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of cleanup.splice(0)) await stop();
});

const open = async () => {
  const fanOut = await startFanOut();
  const one = await startOtlpReceiver();
  const other = await startOtlpReceiver();
  cleanup.push(fanOut.stop, one.stop, other.stop);
  const send = async (name: string): Promise<number> => {
    const response = await fetch(fanOut.collector.traces, {
      method: 'POST',
      headers: { 'content-type': 'application/x-protobuf' },
      body: Buffer.from(encodeSpans([span({ name })])),
    });
    await response.arrayBuffer();
    return response.status;
  };
  return { fanOut, one, other, send };
};

it('passes everything on to each collector, from when it was added', async () => {
  const { fanOut, one, other, send } = await open();
  fanOut.add(one.collector);
  expect(await send('first')).toBe(200);
  fanOut.add({ traces: other.collector.traces });
  expect(await send('second')).toBe(200);
  expect(one.spans.map(({ name }) => name)).toEqual(['first', 'second']);
  expect(other.spans.map(({ name }) => name)).toEqual(['second']);
});

it('goes on when a collector is away, or takes the other signal only', async () => {
  const { fanOut, one, other, send } = await open();
  fanOut.add(one.collector);
  fanOut.add({ logs: other.collector.logs });
  await other.stop();
  fanOut.add(other.collector);
  expect(await send('first')).toBe(200);
  expect(one.spans.map(({ name }) => name)).toEqual(['first']);
});
