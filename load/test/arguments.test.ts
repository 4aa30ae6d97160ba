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
  [[], "Required option '--url <origin>' not specified"],
  [['--url', 'nowhere'], 'It must be an origin such as http://127.0.0.1:8080'],
  [
    [...url, '--rate', 'fast'],
    "Option '--rate <n>' argument 'fast' is invalid. It must be a number",
  ],
  [[...url, '--rate', '0'], 'It must be a number from 0.001 to 1000'],
  [[...url, '--spacing', 'random'], 'There is no spacing random. Did you mean'],
  [[...url, '--duration', 'soon'], 'It must be a time such as 30s, 5m or 1h'],
  [[...url, '--max-failures', '2'], 'It must be a number from 0 to 1'],
  [[...url, '--timeout', '11m'], 'It must be a time from 0.01s to 600s'],
  [[...url, '--sped', '2'], "Unknown option '--sped'. Did you mean --seed?"],
])('refuses %j', (args, message) => {
  expect(() => parseCommandLine(args)).toThrow(message);
});
