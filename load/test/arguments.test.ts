import { expect, it } from 'vitest';
import { parseCommandLine } from '../src/cli/arguments';

const url = ['--url', 'http://127.0.0.1:8080'];

it('reads numbers and times', () => {
  const args = ['--rate', '2.5', '--duration', '5m', '--timeout', '250ms', '--grace', '3'];
  expect(parseCommandLine([...url, ...args])).toMatchObject({
    load: { url: url[1], rate: 2.5, requestTimeoutSeconds: 0.25, stopGraceSeconds: 3 },
    durationSeconds: 300,
    json: false,
    maxFailures: undefined,
  });
});

it.each([
  [['--url', 'nowhere'], 'url must be an origin'],
  [[...url, '--rate', 'fast'], '--rate fast: not a number'],
  [[...url, '--rate', '0'], 'rate must be from 0.001 to 1000'],
  [[...url, '--spacing', 'random'], '--spacing random: neither poisson nor constant'],
  [[...url, '--duration', 'soon'], '--duration soon: not a time'],
  [[...url, '--max-failures', '2'], '--max-failures 2: not from 0 to 1'],
  [[...url, '--speed', '2'], "Unknown option '--speed'"],
])('refuses %j', (args, message) => {
  expect(() => parseCommandLine(args)).toThrow(message);
});
