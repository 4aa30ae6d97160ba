import { execa } from 'execa';

/** A program failed or is missing; the message is its output. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
}

/** Runs a program and returns its output. Throws a ClusterError. The signal asks the program to end, and it may take its time. */
export const run = async (
  program: string,
  args: readonly string[],
  { input, signal }: { input?: string; signal?: AbortSignal } = {},
): Promise<string> => {
  const { exitCode, code, stdout, stderr } = await execa(program, args, {
    reject: false,
    ...(input === undefined ? { stdin: 'ignore' } : { input }),
    ...(signal && { cancelSignal: signal, forceKillAfterDelay: false }),
  });
  if (code === 'ENOENT') throw new ClusterError(`${program} is not installed, or not on PATH`);
  if (exitCode !== 0)
    throw new ClusterError(`${program} ${args.slice(0, 3).join(' ')} failed: ${stderr || stdout}`);
  return stdout;
};

/** Those of these programs that are not on PATH. */
export const missingPrograms = async (programs: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(
    programs.map(async (program) => {
      const { code } = await execa(program, ['version'], { reject: false, stdin: 'ignore' });
      return code === 'ENOENT' ? [program] : [];
    }),
  );
  return found.flat();
};
