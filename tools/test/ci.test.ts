import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { workspace } from './scratch';

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
    const used = (read(file).match(/uses: .*/g) ?? []).filter((line) => !line.includes(' ./'));
    expect(used).not.toHaveLength(0);
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
