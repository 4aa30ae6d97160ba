import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scratch, workspace } from './scratch';

const workflows = readdirSync(join(workspace, '.github/workflows')).map(
  (name) => `.github/workflows/${name}`,
);
const read = (file: string): string => readFileSync(join(workspace, file), 'utf8');
const Manifest = Type.Object({ scripts: Type.Record(Type.String(), Type.String()) });

const why = (program: string): string | undefined =>
  spawnSync(program, ['--version']).error ? `${program} is not on PATH` : undefined;
const noActionlint = why('actionlint');
const noZizmor = why('zizmor');

describe('a workflow', () => {
  it.each(workflows)('pins each action by commit, with its version beside it: %s', (file) => {
    const used = read(file).match(/uses: .*/g) ?? [];
    expect(used.length).toBeGreaterThan(0);
    for (const line of used) expect(line).toMatch(/^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it.each(workflows)(
    'may read the repository and nothing else unless a job needs it: %s',
    (file) => {
      expect(read(file)).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    },
  );

  it.skipIf(noActionlint)(
    `passes actionlint${noActionlint ? ` (skipped: ${noActionlint})` : ''}`,
    () => {
      const { status, stdout } = spawnSync('actionlint', workflows, {
        cwd: workspace,
        encoding: 'utf8',
      });
      expect(status, stdout).toBe(0);
    },
  );

  it.skipIf(noZizmor)(`passes zizmor${noZizmor ? ` (skipped: ${noZizmor})` : ''}`, () => {
    const { status, stdout } = spawnSync('zizmor', ['--offline', '.github'], {
      cwd: workspace,
      encoding: 'utf8',
    });
    expect(status, stdout).toBe(0);
  });
});

it.each([...workflows, '.gitlab-ci.yml'])('%s only runs scripts that package.json has', (file) => {
  const { scripts } = Parse(Manifest, JSON.parse(read('package.json')));
  const run = [...read(file).matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name);
  expect(run.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
});

describe('npm run ci:local', { timeout: 300_000 }, () => {
  let scratch: Scratch;

  beforeAll(() => {
    scratch = new Scratch();
    scratch.commit();
  });
  afterAll(() => scratch?.[Symbol.dispose]());

  const ci = (...words: readonly string[]) =>
    scratch.run('npm', ['run', '--silent', 'ci:local', '--', ...words]);

  it.each([
    ['--branch', 'test/x', 'checks advisories test-branch'],
    ['--branch', 'main', 'checks advisories deploy revert'],
    ['--tag', 'v0.2.0', 'checks advisories release candidate'],
    ['--tag', 'experiment', 'checks advisories'],
  ])('has the jobs of the pipeline %s %s', (kind, name, names) => {
    const { output } = ci(kind, name, '--list');
    const jobs = output
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[1]);
    expect(jobs.join(' ')).toBe(names);
  });

  it('runs a job step by step, here the checks of no change', () => {
    const { status, output } = scratch.run('env', [
      'NX_BASE=HEAD',
      'npm',
      'run',
      '-s',
      'ci:local',
      'checks',
    ]);
    expect(output).toContain('$ npm test -- --affected');
    expect(output).toContain('No tasks were run');
    expect(status, output).toBe(0);
  });

  it('fails as the pipeline would, and says why', () => {
    const nowhere = [
      'npm_config_registry=http://127.0.0.1:9',
      'npm_config_fetch_retries=0',
      'NX_BASE=HEAD',
    ];
    const { status, output } = scratch.run('env', [
      ...nowhere,
      'npm',
      'run',
      '-s',
      'ci:local',
      'advisories',
    ]);
    expect(output).toContain('The registry cannot be asked for advisories');
    expect(output).toContain('The job advisories failed.');
    expect(status).toBe(1);
  });

  it('knows no other job', () => {
    const { status, output } = ci('chekcs');
    expect(output.trim()).toMatch(/^There is no job chekcs\. Did you mean checks\?/);
    expect(status).toBe(2);
  });
});
