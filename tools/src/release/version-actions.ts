import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProjectGraph, readJson, type Tree } from '@nx/devkit';
import { type AfterAllProjectsVersioned, VersionActions } from 'nx/release';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { manifestText, withDependencies, withVersion } from './manifests';

const Manifest = Type.Object({ version: Type.String() });

/**
 * How `nx release` reads and writes the version of a package. Those of `@nx/js` would do the same for packages of npm; they
 * bring 160 packages, and know neither the chart nor the root's package.json.
 */
export default class PackageVersion extends VersionActions {
  override validManifestFilenames = ['package.json'];
  override excludeManifestsFromFormatting = true;

  get #path(): string {
    return join(this.projectGraphNode.data.root, 'package.json');
  }

  override async readCurrentVersionFromSourceManifest(tree: Tree) {
    const { version } = Parse(Manifest, readJson(tree, this.#path));
    return { currentVersion: version, manifestPath: this.#path };
  }

  /** No package is published. */
  override async readCurrentVersionFromRegistry() {
    return null;
  }

  /** All packages have one version. */
  override async readCurrentVersionOfDependency(tree: Tree) {
    const { currentVersion } = await this.readCurrentVersionFromSourceManifest(tree);
    return { currentVersion, dependencyCollection: 'dependencies' };
  }

  override async updateProjectVersion(tree: Tree, version: string): Promise<string[]> {
    this.#change(tree, (text) => withVersion(text, version));
    return [`${this.#path} has the version ${version}`];
  }

  override async updateProjectDependencies(
    tree: Tree,
    { nodes }: ProjectGraph,
    versions: Record<string, string>,
  ): Promise<string[]> {
    const byPackage = Object.entries(versions).map(([project, version]): [string, string] => [
      nodes[project]?.data.metadata?.js?.packageName ?? project,
      version,
    ]);
    this.#change(tree, (text) => withDependencies(text, new Map(byPackage)));
    return [];
  }

  #change(tree: Tree, change: (text: string) => string): void {
    tree.write(this.#path, change(manifestText(tree, this.#path)));
  }
}

/** What has the version besides the packages, as files in the order in which they are written. */
export const afterAllProjectsVersioned: AfterAllProjectsVersioned = async (root, { dryRun }) => {
  const chart = 'deploy/helm/faultline/Chart.yaml';
  const changedFiles = ['package.json', chart, 'package-lock.json'];
  if (dryRun) return { changedFiles, deletedFiles: [] };
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const { version } = Parse(Manifest, JSON.parse(read('tools/package.json')));
  writeFileSync(join(root, 'package.json'), withVersion(read('package.json'), version));
  writeFileSync(
    join(root, chart),
    read(chart).replaceAll(/^(version|appVersion): .*$/gm, `$1: ${version}`),
  );
  // Nothing but versions of workspaces has changed, of which no registry knows.
  const words = ['install', '--package-lock-only', '--offline', '--ignore-scripts'];
  execFileSync('npm', words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return { changedFiles, deletedFiles: [] };
};
