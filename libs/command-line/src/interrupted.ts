/** Somebody wants this program to end. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * Runs a program that ends when it is interrupted: its signal then aborts with an Interrupted. Resolves with the exit code of
 * `main`, or with 130 when it rejects with that.
 */
export const untilInterrupted = async (
  main: (signal: AbortSignal) => Promise<number>,
): Promise<number> => {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => controller.abort(new Interrupted(`Interrupted by ${signal}`)));
  try {
    return await main(controller.signal);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    console.error(error.message);
    return 130;
  }
};
