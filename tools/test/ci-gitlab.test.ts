import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Check, Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workspace } from './scratch';

const Optional = Type.Optional;
const Lines = Type.Array(Type.String());
const Rule = Type.Object({ if: Type.String(), auto_cancel: Optional(Type.Unknown()) });
const Job = Type.Object({
  script: Lines,
  after_script: Optional(Lines),
  tags: Optional(Lines),
  rules: Optional(Type.Array(Rule)),
  interruptible: Optional(Type.Boolean()),
  environment: Optional(Type.Union([Type.String(), Type.Object({ name: Type.String() })])),
  variables: Optional(Type.Record(Type.String(), Type.String())),
  artifacts: Optional(Type.Object({ paths: Lines })),
});
const Default = Type.Object({ cache: Type.Array(Type.Object({ paths: Lines })) });

const text = readFileSync(join(workspace, '.gitlab-ci.yml'), 'utf8');
const file = Parse(Type.Record(Type.String(), Type.Unknown()), parse(text));
const jobs = Object.entries(file).flatMap(([name, job]) =>
  Check(Job, job) ? [{ name, job }] : [],
);
const jobOf = (name: string) => Parse(Job, file[name]);

/** What each rule of a job asks; nothing means every pipeline. */
const conditionsOf = ({ rules = [] }: { rules?: { if: string }[] }) => rules.map((rule) => rule.if);

/** What the lines of a job print. */
const outputOf = (lines: readonly string[], variables: Readonly<Record<string, string>>) =>
  spawnSync('bash', ['-ec', lines.join('\n')], {
    cwd: workspace,
    encoding: 'utf8',
    env: { ...process.env, ...variables },
  }).stdout.trim();

describe('the pipeline of GitLab', () => {
  const touching = jobs.filter(({ job }) =>
    /\$REGISTRY|kubectl|npm run (deploy|canary)/.test(JSON.stringify(job)),
  );

  it.each(touching)('gives $name the variables of an environment', ({ name, job }) => {
    const { environment } = job;
    expect(typeof environment === 'string' ? environment : environment?.name).toBe(
      name === 'test-branch' ? 'test' : 'production',
    );
  });

  it('keeps what anybody can run off the runner that deploys', () => {
    const deploying = jobs.filter(({ job }) => job.tags?.includes('deploy'));
    expect(deploying.map(({ name }) => name)).toEqual(['deploy', 'revert', 'release', 'candidate']);
    for (const { job } of deploying)
      expect(conditionsOf(job).join()).toMatch(/^\$CI_COMMIT_(BRANCH == "main"|TAG =~ \/\^v\/)$/);
  });

  it.each([
    ['a commit of main', '', 'npm test'],
    ['a merge request', 'a1b2c3', 'npm test -- --affected'],
  ])('tests of %s what it has to', (_, base, command) => {
    const script = ['npm() { echo "npm $*"; }', ...jobOf('checks').script];
    expect(outputOf(script, { NX_BASE: base })).toBe(command);
    const { NX_BASE } = Parse(Type.Object({ NX_BASE: Type.String() }), file.variables);
    expect(NX_BASE).toBe('$CI_MERGE_REQUEST_DIFF_BASE_SHA');
  });

  it('cancels nothing on main, and no shop of a test branch', () => {
    const { rules } = Parse(Type.Object({ rules: Type.Array(Rule) }), file.workflow);
    const main = rules.find((rule) => rule.if === '$CI_COMMIT_BRANCH == "main"');
    expect(main?.auto_cancel).toEqual({ on_new_commit: 'none' });
    expect(jobOf('test-branch').interruptible).toBe(false);
  });

  it('writes only what git ignores, because all else makes a commit -dirty', () => {
    const caches = Parse(Default, file.default).cache.flatMap(({ paths }) =>
      paths.map((path) => `${path}/file`),
    );
    const artifacts = [
      '.faultline/unfinished',
      ...jobs.flatMap(({ job }) => job.artifacts?.paths ?? []),
    ];
    const written = [...new Set([...caches, ...artifacts])];
    const { stdout } = spawnSync('git', ['check-ignore', ...written], {
      cwd: workspace,
      encoding: 'utf8',
    });
    expect(stdout.trim().split('\n')).toEqual(written);
  });

  it('gives each push of a test branch a namespace of its own', () => {
    expect(jobOf('test-branch').variables?.SHOP).toBe('test-$CI_PIPELINE_ID');
  });

  it.each([
    ['by default', '', '10,50'],
    ['of a variable', '50', '50'],
  ])('gives a candidate weights %s', (_, WEIGHTS, given) => {
    const programs = ['node() { echo sha256:1; }', 'npm() { echo "npm $*"; }'];
    const variables = { SERVICE: 'cart', CI_COMMIT_TAG: 'v2.0.0', PROMETHEUS_URL: 'http://x' };
    expect(outputOf([...programs, ...jobOf('candidate').script], { ...variables, WEIGHTS })).toBe(
      `npm run canary -- cart --tag 2.0.0 --digest sha256:1 --weights ${given} --prometheus http://x --unfinished .faultline/unfinished`,
    );
  });

  it.each(['deploy', 'candidate'])('takes back what %s has left when it is cancelled', (name) => {
    const { script, after_script } = jobOf(name);
    expect(script.at(-1)).toContain('--unfinished .faultline/unfinished');
    expect(after_script).toEqual([
      'npm run deploy -- --revert --unfinished .faultline/unfinished --timeout 180',
    ]);
  });

  it('removes all of a test branch, also if helm fails', () => {
    const { after_script } = jobOf('test-branch');
    const programs = ['helm() { echo "helm $*"; return 1; }', 'kubectl() { echo "kubectl $*"; }'];
    expect(outputOf([...programs, ...(after_script ?? [])], { SHOP: 'test-1' })).toMatch(
      /^helm uninstall shop --namespace test-1 --wait .*kubectl delete namespace test-1 /s,
    );
  });

  it.each([
    ['nothing', '', /^npm run deploy -- --affected --unfinished .faultline\/unfinished$/],
    [
      'cart',
      'cart',
      /^npm run images -- --only cart .* --digests digests.json\nnpm run deploy -- --affected --unfinished .faultline\/unfinished --digests digests.json$/,
    ],
  ])('deploys, also with %s to build', (_, only, commands) => {
    const npm = `npm() { case "$*" in *--plan) echo "${only}" ;; *) echo "npm $*" ;; esac; }`;
    expect(
      outputOf([npm, ...jobOf('deploy').script], { REGISTRY: 'registry.example.com' }),
    ).toMatch(commands);
  });
});
