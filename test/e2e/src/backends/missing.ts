import { spawnSync } from 'node:child_process';

/** Why tests that need programs cannot run here, if they cannot. */
export const missing = (...programs: readonly string[]): string | undefined => {
  const absent = programs.filter((program) => spawnSync(program, ['--help']).error);
  return absent.length > 0 ? `${absent.join(', ')} not on PATH` : undefined;
};
