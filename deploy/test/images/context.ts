import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ignore from '@balena/dockerignore';

export const workspace = resolve(__dirname, '../../..');

const rules = ignore().add(readFileSync(join(workspace, '.dockerignore'), 'utf8'));

export const isInContext = (path: string): boolean => !rules.ignores(path);

/** Too large to look through; that they are outside is a test of its own. */
const passedOver = new Set(['.git', 'node_modules']);

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return passedOver.has(entry.name) ? [] : filesOf(path);
  });

/** What docker sends to its engine: paths in the workspace. */
export const contextFiles = (): readonly string[] =>
  filesOf(workspace)
    .map((path) => relative(workspace, path))
    .filter(isInContext);

/** Copies to a folder what the images are made of, and how. */
export const copyContext = (folder: string): void => {
  for (const path of [...contextFiles(), '.dockerignore', 'deploy/docker/Dockerfile']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(workspace, path), join(folder, path));
  }
};
