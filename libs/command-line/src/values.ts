import { InvalidArgumentError } from '@commander-js/extra-typings';
import { closest } from 'fastest-levenshtein';
import { UsageError } from './program';

// Parsers for the values of options and arguments, which commander calls.

/** The maximum of names in a message; more would hide the suggestion. */
const shownNames = 10;

/** Accepts one of some names; `kind` is what they name, such as `fault`. */
export const oneOf =
  <Name extends string>(kind: string, names: readonly Name[]) =>
  (text: string): Name => {
    const found = names.find((name) => name === text);
    if (found !== undefined) return found;
    const all = names.length > shownNames ? '' : ` There are ${names.join(', ')}`;
    throw new UsageError(
      `There is no ${kind} ${text || "''"}. Did you mean ${closest(text, [...names])}?${all}`,
    );
  };

/** Accepts several values separated by commas, also if the option is repeated or the argument is variadic. */
export const list =
  <Value>(read: (text: string) => Value) =>
  (text: string, before: readonly Value[] = []): readonly Value[] => [
    ...before,
    ...text.split(',').map((word) => read(word.trim())),
  ];

export const numberFrom =
  (lowest: number, highest: number) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() !== '' && value >= lowest && value <= highest) return value;
    throw new InvalidArgumentError(`It must be a number from ${lowest} to ${highest}`);
  };

export const wholeNumberFrom =
  (lowest: number, highest: number) =>
  (text: string): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= lowest && value <= highest) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${lowest} to ${highest}`);
  };
