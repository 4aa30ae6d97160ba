import { expect, it, onTestFinished, vi } from 'vitest';
import { untilInterrupted } from '../src';

const heard = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listeners of signals stay for the life of a program; a test puts them back. */
const keepListeners = (): void => {
  const before = heard.map((signal) => [signal, process.listeners(signal)] as const);
  onTestFinished(() => {
    for (const [signal, listeners] of before) {
      process.removeAllListeners(signal);
      for (const listener of listeners) process.on(signal, listener);
    }
  });
};

it('ends an interrupted program with 130 and one line', async () => {
  keepListeners();
  const said = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => said.mockRestore());
  const running = untilInterrupted(
    (signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  );
  process.emit('SIGTERM');
  expect(await running).toBe(130);
  expect(said.mock.calls).toEqual([['Interrupted by SIGTERM']]);
});

it('leaves a program’s own exit code and errors alone', async () => {
  keepListeners();
  expect(await untilInterrupted(async () => 1)).toBe(1);
  await expect(untilInterrupted(() => Promise.reject(new Error('it broke')))).rejects.toThrow(
    'it broke',
  );
});
