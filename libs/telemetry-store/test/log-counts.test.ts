import { log } from '@faultline/otlp/testing';
import { expect, it } from 'vitest';
import { openStore } from './fixture';

it('records are counted by the most frequent values, and say how many there are', () => {
  const { writer, reader } = openStore();
  const rare = Array.from({ length: 60 }, (_, index) => log({ message: `rare-${index}` }));
  writer.append({
    spans: [],
    logs: [...rare, log({ message: 'often' }), log({ message: 'often' })],
  });
  const { message, values } = reader.logFacets({ from: 0, to: 10_000 });
  expect(message).toHaveLength(50);
  expect(message[0]).toEqual({ value: 'often', count: 2 });
  expect(values).toEqual({ service: 1, level: 1, message: 61 });
});
