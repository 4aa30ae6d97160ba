import { Command } from '@commander-js/extra-typings';

/** The arguments are invalid; the message is one line with a suggestion. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Help was requested; the message is the help text. */
export class HelpAsked extends Error {
  override readonly name = 'HelpAsked';
}

/**
 * A program under the name with which users call it, such as `npm run fault --`. Parsing throws a UsageError or
 * HelpAsked.
 */
export const program = (name: string, description: string) => {
  let help = '';
  const keep = (text: string): void => {
    help += text;
  };
  return new Command(name)
    .description(description)
    .helpOption('-h, --help', 'show this')
    .configureOutput({ writeOut: keep, writeErr: keep, outputError: () => undefined })
    .exitOverride((error) => {
      // A program with several commands also shows its help without arguments.
      if (error.code.startsWith('commander.help')) throw new HelpAsked(help.trimEnd());
      throw new UsageError(inOneLine(error.message), { cause: error });
    });
};

/** Commander's messages begin with `error: ` and have the suggestion on a line of its own. */
const inOneLine = (message: string): string =>
  message
    .replace(/^error: ./, (begin) => begin.slice(-1).toUpperCase())
    .replace(/\n\((.*)\)$/, '. $1');
