import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scratch } from './scratch';

let scratch: Scratch;

const run = (program: string, ...words: readonly string[]): string => {
  const { status, output } = scratch.run(program, words);
  expect(status, output).toBe(0);
  return output;
};
const git = (...words: readonly string[]): string => run('git', ...words).trim();
const release = (...words: readonly string[]): string =>
  run('npm', 'run', 'release', '--', ...words);

/** Changes a file, and commits that. */
const commit = (file: string, subject: string): void => {
  scratch.write(file, `${scratch.read(file)}\n`);
  git('commit', '-qam', subject);
};

beforeAll(() => {
  scratch = new Scratch();
  git('config', 'user.name', 'Test');
  git('config', 'user.email', 'test@localhost');
  scratch.commit();
  git('tag', 'v0.1.0');
});
afterAll(() => scratch?.[Symbol.dispose]());

const Manifest = Type.Object({
  name: Type.String(),
  version: Type.String(),
  dependencies: Type.Optional(Type.Record(Type.String(), Type.String())),
  devDependencies: Type.Optional(Type.Record(Type.String(), Type.String())),
});
const Lockfile = Type.Object({
  packages: Type.Record(Type.String(), Type.Object({ version: Type.Optional(Type.String()) })),
});

/** The package.json of every package that npm links. */
const manifests = () => {
  const { packages } = Parse(Lockfile, JSON.parse(scratch.read('package-lock.json')));
  const linked = Object.keys(packages).filter((path) => path && !path.includes('node_modules'));
  return ['.', ...linked].map((path) =>
    Parse(Manifest, JSON.parse(scratch.read(`${path}/package.json`))),
  );
};

const versionsOfLockfile = (): (string | undefined)[] => {
  const { packages } = Parse(Lockfile, JSON.parse(scratch.read('package-lock.json')));
  const own = Object.entries(packages).filter(([path]) => !path.includes('node_modules'));
  return own.map(([, { version }]) => version);
};

describe('npm run release', { timeout: 300_000 }, () => {
  it('does nothing if no commit since the last release is conventional', () => {
    commit('apps/product/src/main.ts', 'Products end with a blank line');
    const before = git('rev-parse', 'HEAD');
    expect(release()).toContain('No changes were detected');
    expect(git('rev-parse', 'HEAD')).toBe(before);
    expect(git('tag')).toBe('v0.1.0');
    expect(git('status', '--porcelain')).toBe('');
  });

  it('gives everything the next version, commits it and tags the commit', () => {
    commit('apps/cart/src/main.ts', 'feat(cart): carts end with a blank line');
    commit('deploy/helm/faultline/values.yaml', 'fix(chart): values end with a blank line');
    release();

    expect(git('tag', '--points-at', 'HEAD')).toBe('v0.1.1');
    expect(git('log', '-1', '--format=%s')).toBe('chore(release): 0.1.1');
    expect(git('status', '--porcelain')).toBe('');
    expect(scratch.read('deploy/helm/faultline/Chart.yaml')).toMatch(
      /^version: 0\.1\.1\nappVersion: 0\.1\.1$/m,
    );
    expect(manifests().length).toBeGreaterThan(30);
    for (const { name, version, dependencies = {}, devDependencies = {} } of manifests()) {
      expect(version, name).toBe('0.1.1');
      for (const [other, needed] of Object.entries({ ...dependencies, ...devDependencies }))
        if (other.startsWith('@faultline/')) expect(needed, `${name}: ${other}`).toBe('0.1.1');
    }
  });

  it('is pushed with its tag, which starts the pipeline', () => {
    git('init', '--quiet', '--bare', '.git/remote.git');
    git('remote', 'add', 'origin', '.git/remote.git');
    git('push', '--quiet', '--set-upstream', 'origin', 'HEAD');
    run('git', 'push', '--follow-tags');
    expect(git('ls-remote', '--tags', 'origin')).toMatch(/refs\/tags\/v0\.1\.1$/m);
    git('remote', 'remove', 'origin');
  });

  it('lists features and fixes in the changelog, and no other commit', () => {
    const changelog = scratch.read('CHANGELOG.md');
    expect(changelog).toMatch(/^## 0\.1\.1 \(\d{4}-\d\d-\d\d\)$/m);
    expect(changelog).toMatch(/Features[^#]*\*\*cart:\*\* carts end with a blank line/);
    expect(changelog).toMatch(/Fixes[^#]*\*\*chart:\*\* values end with a blank line/);
    expect(changelog).not.toContain('Products end');
  });

  it('changes nothing but versions in manifests, the chart and the lockfile, which npm ci accepts', () => {
    const changed = git('diff', '--name-only', 'HEAD~1').split('\n');
    const expected = /^(CHANGELOG\.md|package-lock\.json|(.+\/)?package\.json|.+\/Chart\.yaml)$/;
    for (const file of changed) expect(file).toMatch(expected);
    const lines = git('diff', '-U0', 'HEAD~1', '--', ...changed.filter((f) => !f.endsWith('.md')));
    const unexpected = lines
      .split('\n')
      .filter((line) => /^[-+](?![-+])/.test(line) && !/0\.1\.[01]/.test(line));
    expect(unexpected).toEqual([]);
    expect(new Set(versionsOfLockfile())).toEqual(new Set(['0.1.1']));
    run('npm', 'ci', '--dry-run', '--offline', '--ignore-scripts');
  });

  it('takes a version that is named, whatever the commits say', () => {
    const printed = release('1.0.0-rc.1', '--dry-run');
    expect(printed).toContain('Previewing an entry in CHANGELOG.md for v1.0.0-rc.1');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('tag')).toBe('v0.1.0\nv0.1.1');
  });

  it('is tried on a branch of its own, from the commit that runs, which leaves main as it is', () => {
    git('remote', 'add', 'origin', '.git/remote.git');
    const runs = git('rev-parse', 'HEAD');
    const pushed = git('ls-remote', '--heads', 'origin');
    git('switch', '--quiet', '--create', 'test/cart-limit');
    commit('apps/cart/src/main.ts', 'fix(cart): carts end with two blank lines');
    git('switch', '--quiet', '--create', 'release/0.2.0', runs);
    git('cherry-pick', 'test/cart-limit');
    release('0.2.0-rc.1');
    git('push', '--quiet', '-u', 'origin', 'HEAD', 'v0.2.0-rc.1');
    expect(git('ls-remote', '--heads', 'origin')).toBe(
      `${pushed}\n${git('rev-parse', 'HEAD')}\trefs/heads/release/0.2.0`,
    );
    expect(git('tag', '--points-at', 'HEAD')).toBe('v0.2.0-rc.1');
  });
});
