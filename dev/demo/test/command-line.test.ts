import { HelpAsked, UsageError } from '@faultline/command-line';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../src/command-line';

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
    expect(() => parseCommandLine(['--help'])).toThrow(HelpAsked);
  });

  it.each([
    [['--rates', '3'], "Unknown option '--rates'. Did you mean --rate?"],
    [['--rate'], "Option '--rate <n>' argument missing"],
    [
      ['--rate', 'fast'],
      "'--rate <n>' argument 'fast' is invalid. It must be a number from 0.001 to 1000",
    ],
    [['--rate', '0'], 'It must be a number from 0.001 to 1000'],
    [['--rate', ''], 'It must be a number from 0.001 to 1000'],
    [['--port-base', '80'], 'It must be a whole number from 1024 to 64000'],
    [['--port-base', '8080.5'], 'It must be a whole number from 1024 to 64000'],
    [
      ['--only', 'basket'],
      /^There is no service basket. .* There are web-gateway, .*payment, console$/,
    ],
    [['start'], 'There is no command start. Did you mean reset?'],
    [['reset', 'cart'], 'Too many arguments. Expected 1 argument but got 2: reset, cart'],
  ])('refuses %j in one line', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(UsageError);
    expect(() => parseCommandLine(args)).toThrow(message);
  });
});
