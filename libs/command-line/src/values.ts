import { InvalidArgumentError } from '@commander-js/extra-typings';
import { closest } from 'fastest-levenshtein';
import { UsageError } from './program';

// What the values of options and arguments may be: functions that commander calls with what was typed.

/** More names than these would hide the one that is suggested. */
const shownNames = 10;

/** One of some names; `kind` is the word for what they name, such as `fault`. */
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

/** Several values between commas, also when the option is repeated or the argument takes several. */
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
