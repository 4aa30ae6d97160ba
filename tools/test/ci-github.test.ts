import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageNames } from '@faultline/deploy';
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workspace } from './scratch';

const Lines = Type.Array(Type.String());
const Optional = Type.Optional;

const Step = Type.Object({
  if: Optional(Type.String()),
  run: Optional(Type.String()),
  uses: Optional(Type.String()),
  env: Optional(Type.Record(Type.String(), Type.String())),
  'timeout-minutes': Optional(Type.Number()),
});
const Job = Type.Object({
  if: Optional(Type.String()),
  needs: Optional(Type.Union([Type.String(), Lines])),
  environment: Optional(Type.String()),
  'timeout-minutes': Optional(Type.Number()),
  uses: Optional(Type.String()),
  env: Optional(Type.Record(Type.String(), Type.String())),
  steps: Optional(Type.Array(Step)),
});
const Workflow = Type.Object({
  on: Type.Unknown(),
  concurrency: Optional(
    Type.Object({ group: Type.String(), 'cancel-in-progress': Type.Unknown() }),
  ),
  jobs: Type.Record(Type.String(), Job),
});
type Workflow = Static<typeof Workflow>;

const workflows = new Map<string, Workflow>(
  readdirSync(join(workspace, '.github/workflows')).map((file) => [
    file.replace('.yml', ''),
    Parse(Workflow, parse(readFileSync(join(workspace, '.github/workflows', file), 'utf8'))),
  ]),
);
const workflow = (name: string): Workflow => Parse(Workflow, workflows.get(name));
const jobs = [...workflows].flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, job]) => ({ file, name, job })),
);

/** The conditions of a job, and of those that it waits for. */
const conditionsOf = (file: string, name: string): string[] => {
  const { if: own = '', needs = [] } = workflow(file).jobs[name] ?? {};
  return [own, ...[needs].flat().flatMap((each) => conditionsOf(file, each))];
};

describe('the workflows of GitHub', () => {
  const secretive = jobs.filter(({ job }) => JSON.stringify(job).includes('secrets.'));

  it.each(secretive)(
    'give $file/$name the secrets of an environment, on refs that may have them',
    ({ file, name, job }) => {
      if (file === 'test-branch') {
        expect(job.environment).toBe('test');
        expect(workflow(file).on).toEqual({ push: { branches: ['test/**'] } });
        return;
      }
      expect(job.environment).toBe('production');
      expect(conditionsOf(file, name).join('\n')).toMatch(
        /github\.ref == 'refs\/heads\/main'|workflow_run\.event == 'push' && .*head_repository/,
      );
    },
  );

  it('test everything on main and of a release, and what a pull request touches', () => {
    const tests = workflow('check').jobs.checks?.steps?.filter(({ run }) =>
      /^npm test/.test(run ?? ''),
    );
    expect(tests).toEqual([
      { if: "github.event_name == 'pull_request'", run: 'npm test -- --affected' },
      { if: "github.event_name != 'pull_request'", run: 'npm test' },
    ]);
    expect(workflow('release').jobs.checks?.uses).toBe('./.github/workflows/check.yml');
    expect(conditionsOf('release', 'image')).toHaveLength(3);
  });

  it('check themselves with a pinned actionlint, before the tests', () => {
    const commands = (workflow('check').jobs.checks?.steps ?? []).map(({ run = '' }) => run);
    const install = commands.findIndex((run) =>
      /go install github\.com\/rhysd\/actionlint\/cmd\/actionlint@v\d+\.\d+\.\d+\n.*GITHUB_PATH/.test(
        run,
      ),
    );
    expect(install).toBeGreaterThanOrEqual(0);
    expect(install).toBeLessThan(commands.findIndex((run) => run.startsWith('npm test')));
  });

  it('cancel no checks of main that run', () => {
    expect(workflow('check').concurrency?.['cancel-in-progress']).toMatch(
      /^..\{ github\.ref != 'refs\/heads\/main' \}\}$/,
    );
  });

  it('let no deployment displace a revert that waits', () => {
    expect(workflow('revert').concurrency).toBeUndefined();
  });

  const changing = jobs.filter(({ job }) =>
    /npm run (deploy -- --affected --digests|canary)/.test(JSON.stringify(job)),
  );

  it('change what runs in two jobs', () => {
    expect(changing.map(({ file, name }) => `${file}/${name}`).sort()).toEqual([
      'candidate/candidate',
      'deploy/deploy',
    ]);
  });

  it.each(changing)('take back what $file/$name has left when it is cancelled', ({ job }) => {
    const { steps = [], 'timeout-minutes': ofJob = 0 } = job;
    const [change, takeBack] = steps.slice(-2);
    const [, file] = /--unfinished (\S+)/.exec(change?.run ?? '') ?? [];
    expect(file).toBe('"$RUNNER_TEMP/unfinished"');
    expect(takeBack?.if).toBe('failure() || cancelled()');
    expect(takeBack?.run).toContain(`npm run deploy -- --revert --unfinished ${file} `);
    // Both steps come to their end before the job is killed with all of them, which GitHub does 5 minutes after it is cancelled.
    expect(takeBack?.['timeout-minutes']).toBeLessThanOrEqual(5);
    const ofSteps = [change, takeBack].map((step) => step?.['timeout-minutes'] ?? Number.NaN);
    expect(ofJob - ofSteps.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(10);
  });

  it('remove all of a test branch also after a failure, and push none of its images where production pulls', () => {
    const { env, steps = [] } = workflow('test-branch').jobs.shop ?? {};
    expect(steps.at(-1)?.if).toBe('always()');
    expect(steps.at(-1)?.run).toMatch(/helm uninstall .*--wait.*\n.*kubectl delete namespace/);
    expect(env?.REGISTRY).toBe(`${workflow('image').jobs.image?.env?.REGISTRY}/test`);
  });

  it('let nothing but a newer deployment displace a deployment that waits', () => {
    const groups = [...workflows].map(([file, { concurrency }]) => [file, concurrency?.group]);
    expect(groups.filter(([, group]) => group?.includes("'deploy'"))).toEqual([
      ['deploy', expect.stringMatching(/ && 'deploy' \|\| github\.run_id \}\}$/)],
    ]);
  });

  it('let no run that may not give a candidate pods displace one that waits', () => {
    expect(workflow('candidate').concurrency?.group).toMatch(
      / && 'candidate' \|\| github\.run_id \}\}$/,
    );
  });

  it('let a candidate have weights that its replicas can give', () => {
    const { steps = [] } = workflow('candidate').jobs.candidate ?? {};
    const canary = steps.find(({ run }) => run?.includes('npm run canary'));
    expect(canary?.env?.WEIGHTS).toContain('inputs.weights');
    expect(canary?.run).toContain('--weights "$WEIGHTS"');
  });

  it('sign and attest each image that is deployed or released', () => {
    const pushing = jobs
      .filter(({ job }) => job.steps?.some(({ run }) => /npm run images .*--push/.test(run ?? '')))
      .map(({ file }) => file);
    expect(pushing.sort()).toEqual(['image', 'test-branch']);
    const steps = workflow('image').jobs.image?.steps ?? [];
    const conditionOf = (part: RegExp) =>
      steps.find(({ uses, run }) => part.test(uses ?? run ?? ''))?.if ?? 'none';
    expect(steps.map(({ uses, run }) => uses ?? run).join('\n')).toMatch(
      /npm run images .*attest-build-provenance@.*attest-sbom@.*cosign sign/s,
    );
    for (const part of [/attest-build-provenance@/, /cosign sign/])
      expect(conditionOf(part)).toBe('none');
    // It alone has no packages, and so no bill of materials.
    expect(conditionOf(/attest-sbom@/)).toBe("inputs.image != 'load'");
    for (const file of ['deploy', 'release'])
      expect(workflow(file).jobs.image?.uses).toBe('./.github/workflows/image.yml');
  });

  it.each(['deploy', 'image'])(
    'write outside of the working tree, which would make the commit -dirty: %s',
    (file) => {
      const text = readFileSync(join(workspace, `.github/workflows/${file}.yml`), 'utf8');
      const written = text.match(/(\bpath:|--digests|mkdir -p|>).*/g) ?? [];
      expect(written.length).toBeGreaterThan(0);
      for (const line of written) expect(line).toMatch(/runner\.temp|RUNNER_TEMP|GITHUB_OUTPUT/);
    },
  );

  it('release all images', () => {
    const run = workflow('release').jobs.names?.steps?.at(-1)?.run ?? '';
    const [, command = ''] = /\$\((npx nx show projects .*?)\)/.exec(run) ?? [];
    const { stdout } = spawnSync('bash', ['-c', command], {
      cwd: workspace,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false' },
    });
    expect(Parse(Lines, JSON.parse(stdout)).sort()).toEqual([...imageNames].sort());
  });
});
