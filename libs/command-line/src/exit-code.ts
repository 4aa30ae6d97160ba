import { HelpAsked, UsageError } from './program';

/** Whoever read the output has enough, as `| head` has: that is no error. */
const ignoreClosedPipe = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
};

type ErrorClass = abstract new (...parameters: never[]) => Error;

/**
 * Runs a program and returns its exit code: its own, 0 after help, 2 after a usage error, and 1
 * after any other error. It prints one line for an expected error, and the stack of any other error, which is a
 * defect of the program. Output that nobody reads any more is dropped.
 */
export const exitCodeOf = async (
  main: () => Promise<number>,
  expected: readonly ErrorClass[] = [],
): Promise<number> => {
  process.stdout.off('error', ignoreClosedPipe).on('error', ignoreClosedPipe);
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
