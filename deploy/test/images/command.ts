import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { nodeImage } from '../../src/images/image';
import { workspace } from './context';

/** What a program printed, and how it ended. */
export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** `npm run images -- …` */
export const images = (words: readonly string[], environment: Record<string, string> = {}): Ended =>
  spawnSync(process.execPath, [join(workspace, 'deploy/bin/run.mjs'), 'images', ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });

export const docker = (...words: string[]): Ended =>
  spawnSync('docker', words, { encoding: 'utf8' });

/** Why no image can be built here without a download of its base, or undefined when one can. */
export const buildObstacle = (): string | undefined => {
  if (docker('version').status !== 0) return 'no container engine runs';
  return docker('image', 'inspect', nodeImage).status === 0
    ? undefined
    : `the image ${nodeImage} is not on this machine`;
};
