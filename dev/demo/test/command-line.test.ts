import { describe, expect, it } from 'vitest';
import { parseCommandLine, UsageError } from '../src/command-line';

describe('the command line', () => {
  it('starts everything with shoppers at the usual ports when nothing is said', () => {
    expect(parseCommandLine([])).toEqual({
      name: 'run',
      portBase: 8080,
      plain: false,
      only: undefined,
      load: { rate: undefined },
    });
  });

  it('takes every option', () => {
    const args = ['--rate', '0.5', '--only', 'cart', '--port-base', '18080', '--plain'];
    expect(parseCommandLine(args)).toEqual({
      name: 'run',
      portBase: 18080,
      plain: true,
      only: 'cart',
      load: { rate: 0.5 },
    });
    expect(parseCommandLine(['--no-load'])).toMatchObject({ load: undefined });
    expect(parseCommandLine(['reset'])).toEqual({ name: 'reset' });
    expect(parseCommandLine(['--help'])).toEqual({ name: 'help' });
  });

  it.each([
    [['--rates', '3'], "Unknown option '--rates'"],
    [['--rate'], "Option '--rate <value>' argument missing"],
    [['--rate', 'fast'], '--rate fast: not a number above 0 and up to 1000'],
    [['--rate', '0'], '--rate 0: not a number above 0 and up to 1000'],
    [['--rate', ''], '--rate : not a number above 0 and up to 1000'],
    [['--port-base', '80'], '--port-base 80: not a whole number from 1024 to 64000'],
    [['--port-base', '8080.5'], '--port-base 8080.5: not a whole number from 1024 to 64000'],
    [['--only', 'basket'], /^--only basket: no such service; there are web-gateway, .*payment$/],
    [['start'], 'start: no such command'],
    [['reset', 'cart'], 'cart: no such command'],
  ])('refuses %j in one line', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(UsageError);
    expect(() => parseCommandLine(args)).toThrow(message);
  });
});
