import { exitCodeOf } from '@faultline/command-line';
import { StoreError } from '@faultline/stores';
import { DemoError } from './demo-error';

/** Runs a program, and ends this process with its exit code. */
export const end = async (main: () => Promise<number>): Promise<never> =>
  process.exit(await exitCodeOf(main, [DemoError, StoreError]));
