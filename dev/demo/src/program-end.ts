import { StoreError } from '@faultline/stores';
import { DemoError } from './demo-error';

/** Ends this process with a program's exit code, or with 1 and the line that says what is wrong. */
export const end = async (program: Promise<number>): Promise<never> => {
  try {
    process.exit(await program);
  } catch (error) {
    const known = error instanceof DemoError || error instanceof StoreError;
    // What nobody foresaw keeps its stack.
    console.error(known ? error.message : error);
    process.exit(1);
  }
};
