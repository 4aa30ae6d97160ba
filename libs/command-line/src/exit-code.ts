import { HelpAsked, UsageError } from './program';

/** A class of errors. */
type ErrorClass = abstract new (...parameters: never[]) => Error;

/**
 * Runs a program and gives the code that it ends with: its own, 0 after help, 2 when what was typed is wrong, and 1
 * when it failed. Of an error that it expects to meet it prints one line, of any other, which is a defect of the
 * program, all there is.
 */
export const exitCodeOf = async (
  main: () => Promise<number>,
  expected: readonly ErrorClass[] = [],
): Promise<number> => {
  try {
    return await main();
  } catch (error) {
    if (error instanceof HelpAsked) {
      console.log(error.message);
      return 0;
    }
    if (error instanceof UsageError) {
      console.error(error.message);
      return 2;
    }
    const isExpected = expected.some((kind) => error instanceof kind);
    console.error(isExpected && error instanceof Error ? error.message : error);
    return 1;
  }
};
