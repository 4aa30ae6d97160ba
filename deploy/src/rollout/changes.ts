import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ignore from '@balena/dockerignore';
import { execa } from 'execa';
import { Type } from 'typebox';
import { ClusterError } from '../cluster/programs';
import { type ImageName, imageNames } from '../images/image';
import { readJson } from '../read-json';

const nx = resolve(__dirname, '../../../node_modules/nx/dist/bin/nx.js');

const isOfChart = (file: string): boolean =>
  /^deploy\/helm\/faultline\/(?!README\.md$|ci\/)/.test(file);

/** Files that are inputs of every image: how they are built, and what docker sends from the root of the workspace. */
const isShared = (file: string): boolean => howBuilt.test(file) || !file.includes('/');
const howBuilt = /^(\.dockerignore$|deploy\/docker\/)/;

/** What differs between a commit and this working tree. */
export interface Changes {
  images: ReadonlySet<ImageName>;
  chart: boolean;
}

/**
 * Whether a text is a whole commit. Who may change the release chooses what is recorded there, and git would take other words for an
 * option, or for a branch that always is what is checked out.
 */
const isCommit = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

const git = (workspace: string, ...args: readonly string[]) =>
  execa('git', args, { cwd: workspace, reject: false, stripFinalNewline: false });

/**
 * The files that differ from a commit; undefined if git does not know it. Compares the two states, not their histories: after
 * a step back to an older commit, the changes in between are differences, too.
 */
const filesSince = async (
  workspace: string,
  revision: string,
): Promise<readonly string[] | undefined> => {
  const diff = await git(workspace, 'diff', '--name-only', '--no-renames', '-z', revision, '--');
  if (diff.exitCode !== 0) return undefined;
  const added = await git(workspace, 'ls-files', '--others', '--exclude-standard', '-z');
  return `${diff.stdout}${added.stdout}`.split('\0').filter(Boolean);
};

const Names = Type.Array(Type.String());

/** The projects with images that depend on files, by Nx's graph. */
const projectsOf = async (
  workspace: string,
  files: readonly string[],
): Promise<readonly string[]> => {
  const list = ['--files', files.join(), '--projects', 'tag:type:app,load', '--json'];
  const { exitCode, stdout, stderr } = await execa(
    process.execPath,
    [nx, 'show', 'projects', '--affected', ...list],
    { cwd: workspace, reject: false, env: { NX_DAEMON: 'false', NX_TUI: 'false' } },
  );
  if (exitCode !== 0) throw new ClusterError(`nx cannot tell what is affected: ${stderr}`);
  return readJson('nx show projects --affected', Names, stdout);
};

const imagesOf = async (
  workspace: string,
  files: readonly string[],
): Promise<readonly ImageName[]> => {
  const rules = ignore().add(readFileSync(join(workspace, '.dockerignore'), 'utf8'));
  const inputs = files.filter((file) => howBuilt.test(file) || !rules.ignores(file));
  if (inputs.some(isShared)) return imageNames;
  if (inputs.length === 0) return [];
  const projects = new Set(await projectsOf(workspace, inputs));
  return imageNames.filter((name) => projects.has(name));
};

/**
 * What differs from a commit in images and in the chart; undefined if git does not know the commit. Tests and documents are
 * in no image.
 */
export const changesSince = async (
  workspace: string,
  revision: string,
): Promise<Changes | undefined> => {
  const files = await filesSince(workspace, revision);
  if (!files) return undefined;
  return {
    images: new Set(await imagesOf(workspace, files)),
    chart: files.some(isOfChart),
  };
};

/** The same for a commit that is recorded in the cluster. */
export const changesSinceRecorded = async (
  workspace: string,
  revision: string,
): Promise<Changes | undefined> =>
  isCommit(revision) ? changesSince(workspace, revision) : undefined;

const chartFile = 'deploy/helm/faultline/Chart.yaml';

/** Whether the chart is known to differ from that of a commit that is recorded in the cluster, in more than its version, which a release alone changes. */
export const chartDiffers = async (workspace: string, revision: string): Promise<boolean> => {
  const files = isCommit(revision) ? await filesSince(workspace, revision) : undefined;
  const changed = files?.filter(isOfChart) ?? [];
  if (changed.some((file) => file !== chartFile)) return true;
  if (changed.length === 0) return false;
  const versions = '--ignore-matching-lines=^(version|appVersion):';
  const { stdout } = await git(workspace, 'diff', versions, revision, '--', chartFile);
  return stdout !== '';
};
