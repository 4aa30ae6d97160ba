import { childPids, proportionalSize } from '@faultline/stores';

/**
 * The memory of processes and all their descendants in bytes, as proportional set size (PSS). Undefined
 * except on Linux.
 */
export const memoryOf = async (pids: readonly number[]): Promise<number | undefined> =>
  process.platform === 'linux' ? familySizes(pids) : undefined;

const familySizes = async (pids: readonly number[]): Promise<number> => {
  const sizes = await Promise.all(
    pids.map(
      async (pid) => (await proportionalSize(pid)) + (await familySizes(await childPids(pid))),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};
