import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectLogCalls } from '../src/log-messages/collect';

const workspace = resolve(__dirname, '../..');
const calls = collectLogCalls(workspace);

describe('the messages in the code', () => {
  it('are many', () => {
    expect(calls.length).toBeGreaterThan(15);
  });

  it.each(calls)('are names in kebab-case: $message in $file:$line', ({ message }) => {
    expect(message).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
  });

  it('have one level each', () => {
    const levels = Map.groupBy(calls, ({ message }) => message);
    const mixed = [...levels].filter(
      ([, places]) => new Set(places.map(({ level }) => level)).size > 1,
    );
    expect(mixed.map(([message]) => message)).toEqual(['http-request']);
  });

  it('begin with the service that writes them, or with the part of the kit', () => {
    const kit = ['http', 'postgres', 'redis', 'service', 'telemetry'];
    const strangers = calls.filter(({ owner, message = '', file }) => {
      const starts = file.startsWith('apps/') ? [owner, 'checkout'] : kit;
      return !starts.some((start) => message.startsWith(`${start}-`));
    });
    expect(strangers.map(({ message, file }) => `${message} in ${file}`)).toEqual([]);
  });
});
