import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { Type } from 'typebox';
import { readJson } from '../read-json';
import { ImagesError } from './errors';
import { type ImageName, imageSpec } from './image';

/** The directory in which turbo is installed, which may be another workspace. */
const turbo = resolve(__dirname, '../../../node_modules/.bin/turbo');

/** Files in the root of the workspace that are inputs of the images, besides the sources. */
const imageBuild = ['.dockerignore', '.npmrc', 'deploy/docker/*'];

export interface Surroundings {
  /** The name of the image. */
  version: string;
  /** The id of the base image. */
  base: string;
  platforms: readonly string[];
}

const DryRun = Type.Object({
  tasks: Type.Array(Type.Object({ taskId: Type.String(), hash: Type.String() })),
});

/** turbo's hashes of these packages' builds: of their sources, dependencies and libraries' sources. */
const hashesOf = async (
  workspace: string,
  packages: readonly string[],
): Promise<readonly string[]> => {
  const filters = packages.map((name) => `--filter=${name}`);
  const { stdout, stderr, exitCode } = await execa(
    turbo,
    // Environment variables of frameworks are not inputs.
    ['run', 'build', ...filters, '--dry=json', '--framework-inference=false', '--skip-infer'],
    { cwd: workspace, env: { TURBO_TELEMETRY_DISABLED: '1' }, reject: false },
  );
  if (exitCode !== 0) throw new ImagesError(`turbo cannot tell what changed: ${stderr}`);
  const { tasks } = readJson('turbo run build --dry', DryRun, stdout);
  return packages.map((name) => {
    const task = tasks.find(({ taskId }) => taskId === `${name}#build`);
    if (!task) throw new ImagesError(`turbo knows no build of ${name}`);
    return task.hash;
  });
};

/** The hash of all inputs of an image. Images with the same hash need only one build. */
export const inputsOf = async (
  workspace: string,
  name: ImageName,
  { version, base, platforms }: Surroundings,
): Promise<string> => {
  const hash = createHash('sha256');
  const builds = await hashesOf(workspace, imageSpec(name).packages);
  hash.update(JSON.stringify({ name, builds, version, base, platforms }));
  for (const path of globSync(imageBuild, { cwd: workspace }).sort())
    hash.update(path).update(readFileSync(join(workspace, path)));
  return hash.digest('hex');
};
