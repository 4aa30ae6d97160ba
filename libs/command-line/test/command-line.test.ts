import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  exitCodeOf,
  HelpAsked,
  list,
  numberFrom,
  oneOf,
  program,
  UsageError,
  wholeNumberFrom,
} from '../src';

const lights = ['red', 'amber', 'green'] as const;

const parse = (...words: string[]) =>
  program('npm run lights --', 'Switches lights')
    .option('--light <names>', 'which', list(oneOf('light', lights)))
    .option('--level <percent>', 'how bright', numberFrom(0.5, 100))
    .option('--port <port>', 'where', wholeNumberFrom(1, 65_535), 8080)
    .option('--blink', 'on and off')
    .parse(words, { from: 'user' })
    .opts();

const commands = (...words: string[]): string[] => {
  const asked: string[] = [];
  const lamp = program('lamp', 'A lamp');
  for (const name of ['on', 'off'])
    lamp.command(name).action(() => {
      asked.push(name);
    });
  lamp.parse(words, { from: 'user' });
  return asked;
};

describe('what is typed', () => {
  it('becomes typed values', () => {
    const { light, level, port, blink } = parse('--light', 'red, amber', '--light', 'green');
    expect({ light, level, port, blink }).toEqual({
      light: ['red', 'amber', 'green'],
      level: undefined,
      port: 8080,
      blink: undefined,
    });
    expect(parse('--level=7.5', '--port', '80', '--blink')).toMatchObject({
      level: 7.5,
      port: 80,
      blink: true,
    });
    expect(commands('on')).toEqual(['on']);
  });

  it.each([
    ['--ligth red', "Unknown option '--ligth'. Did you mean --light?"],
    ['--light', "Option '--light <names>' argument missing"],
    ['--light gren', 'There is no light gren. Did you mean green? There are red, amber, green'],
    [
      '--level 0',
      "Option '--level <percent>' argument '0' is invalid. It must be a number from 0.5 to 100",
    ],
    [
      '--port 1.5',
      "Option '--port <port>' argument '1.5' is invalid. It must be a whole number from 1 to 65535",
    ],
    ['now', 'Too many arguments. Expected 0 arguments but got 1: now.'],
  ])('%s is refused in one line', (words, line) => {
    expect(() => parse(...words.split(' '))).toThrow(new UsageError(line));
  });

  it('may be a command that is close to one that there is', () => {
    expect(() => commands('onn')).toThrow(
      new UsageError("Unknown command 'onn'. Did you mean on?"),
    );
  });

  it.each([[['--help']], [['-h']], [['on', '--help']], [[]]])('%j shows help', (words) => {
    expect(() => commands(...words)).toThrow(HelpAsked);
    expect(() => commands(...words)).toThrow(/^Usage: lamp /);
  });
});

class OutOfPower extends Error {}

describe('the exit code', () => {
  afterEach(() => vi.restoreAllMocks());

  const printed = () => ({
    out: vi.spyOn(console, 'log').mockReturnValue(),
    errors: vi.spyOn(console, 'error').mockReturnValue(),
  });

  const failing = (error: Error) => exitCodeOf(() => Promise.reject(error), [OutOfPower]);

  it('is what the program says', async () => {
    expect(await exitCodeOf(async () => 130)).toBe(130);
  });

  it('is 0 after help, 2 for a mistake and 1 for an expected failure, with a line each', async () => {
    const { out, errors } = printed();
    expect(await failing(new HelpAsked('Usage: lamp'))).toBe(0);
    expect(out.mock.calls).toEqual([['Usage: lamp']]);
    expect(await failing(new UsageError('no such lamp'))).toBe(2);
    expect(await failing(new OutOfPower('no power'))).toBe(1);
    expect(errors.mock.calls).toEqual([['no such lamp'], ['no power']]);
  });

  it.each([new TypeError('x is not a function'), new RangeError('Invalid array length')])(
    'is 1 for a defect, which is shown with its stack: %s',
    async (defect) => {
      const { errors } = printed();
      expect(await failing(defect)).toBe(1);
      expect(errors.mock.calls).toEqual([[defect]]);
    },
  );
});
