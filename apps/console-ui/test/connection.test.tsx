import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connection } from '../src/api/connection';
import { Failure } from '../src/api/failure';
import { Loaded } from '../src/parts/placeholder';

beforeEach(() => {
  vi.useFakeTimers();
  vi.advanceTimersByTime(1);
  connection.send().responded();
  vi.advanceTimersByTime(1);
});
afterEach(() => vi.useRealTimers());

describe('the connection to the console', () => {
  it('is silent once a request failed, until another one has a response', () => {
    const heard = connection.lastHeard();
    connection.send().failed();
    expect(connection.isSilent()).toBe(true);
    expect(connection.lastHeard()).toBe(heard);
    connection.send().responded();
    expect(connection.isSilent()).toBe(false);
  });

  it('is silent while nothing responds for longer than 8 s', () => {
    const request = connection.send();
    vi.advanceTimersByTime(7_900);
    expect(connection.isSilent()).toBe(false);
    vi.advanceTimersByTime(200);
    expect(connection.isSilent()).toBe(true);
    request.responded();
    expect(connection.isSilent()).toBe(false);
  });

  it('is not silent because of one slow view while others respond', () => {
    const slow = connection.send();
    vi.advanceTimersByTime(7_000);
    connection.send().responded();
    vi.advanceTimersByTime(7_000);
    expect(connection.isSilent()).toBe(false);
    slow.failed();
    expect(connection.isSilent()).toBe(false);
  });
});

const query = {
  data: 'forty requests',
  dataUpdatedAt: new Date(2026, 10, 26, 13, 5, 10).getTime(),
  error: null,
  isError: false,
  isPlaceholderData: false,
  refetch: () => undefined,
};
const wordsOf = (loaded: object): string =>
  renderToStaticMarkup(
    <Loaded what="The charts" query={{ ...query, ...loaded }}>
      {(data) => <p>{data}</p>}
    </Loaded>,
  ).replace(/<[^>]+>/g, '');

it('data that could not be renewed say from when they are, and why', () => {
  const error = new Failure('The console responded with status 500', 500);
  const words = wordsOf({ error, isError: true });
  expect(words).toContain('forty requests');
  expect(words).toMatch(/The charts as of .*13:05:10: The console responded with status 500\./);
});

it('data of what was asked before say so until others come', () => {
  expect(wordsOf({ isPlaceholderData: true })).toBe(
    'Loading; what is shown is from beforeforty requests',
  );
  expect(wordsOf({})).toBe('forty requests');
});
