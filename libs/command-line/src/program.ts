import { Command } from '@commander-js/extra-typings';

/** What was typed cannot be meant; the message says in one line what could be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Somebody asked how a program is used; the message is the help. */
export class HelpAsked extends Error {
  override readonly name = 'HelpAsked';
}

/**
 * A program under the name that people call it by, such as `npm run fault --`. To parse throws a UsageError, or
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
      // A program of several commands also shows its help when none is typed.
      if (error.code.startsWith('commander.help')) throw new HelpAsked(help.trimEnd());
      throw new UsageError(inOneLine(error.message), { cause: error });
    });
};

/** Commander begins with `error: ` and puts what it suggests on a line of its own. */
const inOneLine = (message: string): string =>
  message
    .replace(/^error: ./, (begin) => begin.slice(-1).toUpperCase())
    .replace(/\n\((.*)\)$/, '. $1');
