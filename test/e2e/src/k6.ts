import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Why k6's scripts cannot run here; undefined where they can. */
export const whyNoK6 = spawnSync('k6', ['version']).status === 0 ? undefined : 'k6 is not on PATH';

/** Longer runs are cut short, in milliseconds: a step of the smoke test alone may take 10 s. */
const longestRun = 150_000;

/** What a test of a run needs, in milliseconds: k6 is asked to end before it is over. */
export const k6TestTimeout = longestRun + 60_000;

export interface K6Run {
  /** null if it took too long and was cut short. */
  exitCode: ChildProcess['exitCode'];
  /** Both streams. */
  output: string;
}

/** Runs a script of `load/k6` with these settings, to its end. */
export const runK6 = async (
  script: 'smoke' | 'browser',
  settings: Readonly<Record<string, string>>,
  ...parameters: readonly string[]
): Promise<K6Run> => {
  const file = join(__dirname, '../../../load/k6', `${script}.ts`);
  const child = spawn('k6', ['run', '--quiet', ...parameters, file], {
    timeout: longestRun,
    env: {
      ...process.env,
      K6_NO_USAGE_REPORT: 'true',
      // Its own server, for remote control, would want a port that is free.
      K6_ADDRESS: '',
      ...settings,
    },
  });
  const written = Promise.all([text(child.stdout), text(child.stderr)]);
  const [exitCode] = await once(child, 'exit');
  return { exitCode, output: (await written).join('') };
};
