import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { Type } from 'typebox';
import { readJson } from '../read-json';

const Manifest = Type.Object({ version: Type.String() });

export const workspaceVersion = (workspace: string): string => {
  const path = join(workspace, 'package.json');
  return readJson(path, Manifest, readFileSync(path, 'utf8')).version;
};

/** The commit of the sources, with `-dirty` if they have changed since; `unknown` without git. */
export const revisionOf = async (workspace: string): Promise<string> => {
  const git = (...args: string[]) => execa('git', args, { cwd: workspace, reject: false });
  const head = await git('rev-parse', 'HEAD');
  if (head.exitCode !== 0) return 'unknown';
  const { stdout } = await git('status', '--porcelain');
  return stdout === '' ? head.stdout : `${head.stdout}-dirty`;
};

/** The commit that a tag of git names, by the version of a release or as it is; undefined if there is none. */
export const commitOfTag = async (workspace: string, tag: string): Promise<string | undefined> => {
  for (const name of [`v${tag}`, tag]) {
    const { exitCode, stdout } = await execa(
      'git',
      ['rev-parse', '--verify', '--quiet', `refs/tags/${name}^{commit}`],
      { cwd: workspace, reject: false },
    );
    if (exitCode === 0) return stdout;
  }
  return undefined;
};
