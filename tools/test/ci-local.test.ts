import { chmodSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Machine, obstacleOf } from '../src/ci-local/obstacles';
import { jobsOf } from '../src/ci-local/pipelines';
import { Scratch, workspace } from './scratch';

describe('npm run ci:local', { timeout: 300_000 }, () => {
  let scratch: Scratch;

  beforeAll(() => {
    scratch = new Scratch();
    scratch.commit();
    mkdirSync(join(scratch.path, 'node_modules/stand-in'));
    scratch.write('node_modules/stand-in/docker', '#!/bin/sh\nexit 1\n');
    chmodSync(join(scratch.path, 'node_modules/stand-in/docker'), 0o755);
  });
  afterAll(() => scratch?.[Symbol.dispose]());

  const ci = (variables: readonly string[], ...words: readonly string[]) =>
    scratch.run('env', [...variables, 'npm', 'run', '--silent', 'ci:local', '--', ...words]);

  /** What the end of the output says of each job. */
  const listOf = (output: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      (output.trim().split('\n\n').at(-1) ?? '')
        .split('\n')
        .flatMap((line) => [/^([\w-]+) +((?:ran|not run): .*)$/.exec(line)?.slice(1) ?? []])
        .filter((pair) => pair.length === 2),
    );

  it.each([
    [['--branch', 'test/x'], 'checks advisories test-branch'],
    [['--branch', 'main'], 'checks advisories deploy revert'],
    [['--tag', 'v0.2.0'], 'checks advisories release candidate'],
    [['--tag', 'experiment'], 'checks advisories'],
    [['--base', 'HEAD'], 'checks advisories images'],
    [[], 'checks advisories images test-branch deploy revert release candidate'],
  ])('has the jobs of the pipeline %j, and without one all', (words, names) => {
    const { output } = ci([], ...words, '--list');
    const jobs = output
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[1]);
    expect(jobs.join(' ')).toBe(names);
  });

  it('runs jobs step by step, here the checks of no change, and says of each whether it ran', () => {
    const noDocker = `PATH=${join(scratch.path, 'node_modules/stand-in')}${delimiter}${process.env.PATH}`;
    const asked = ['checks', 'images', 'release'];
    const { status, output } = ci(['NX_BASE=HEAD', noDocker], ...asked);
    expect(output).toContain('then npm test -- --affected;');
    expect(output).toContain('No tasks were run');
    expect(listOf(output)).toEqual({
      checks: expect.stringMatching(/^ran: passed after \d+ s$/),
      advisories: 'not run: not asked for',
      images: "not run: docker's engine does not answer",
      'test-branch': 'not run: not asked for',
      deploy: 'not run: not asked for',
      revert: 'not run: not asked for',
      release: "not run: docker's engine does not answer",
      candidate: 'not run: not asked for',
    });
    // Not all that was asked for has run.
    expect(status, output).toBe(1);
  });

  it('fails as the pipeline would, says why, and runs nothing after that', () => {
    const nowhere = [
      'npm_config_registry=http://127.0.0.1:9',
      'npm_config_fetch_retries=0',
      'NX_BASE=HEAD',
    ];
    const { status, output } = ci(nowhere, '--branch', 'main');
    expect(output).toContain('The registry cannot be asked for advisories');
    expect(listOf(output)).toMatchObject({
      checks: expect.stringMatching(/^ran: passed/),
      advisories: expect.stringMatching(/^ran: failed/),
      images: 'not run: the pipeline does not have it',
      deploy: 'not run: advisories failed before',
      revert: 'not run: by hand: npm run ci:local -- revert',
    });
    expect(status).toBe(1);
  });

  it('knows no other job', () => {
    const { status, output } = ci([], 'chekcs');
    expect(output.trim()).toMatch(/^There is no job chekcs\. Did you mean checks\?/);
    expect(status).toBe(2);
  });
});

describe('a job of the pipeline', () => {
  const everything: Machine = {
    obstacleOf: () => undefined,
    mayChangeCluster: true,
    context: 'kind-shop',
    environment: {
      REGISTRY: '127.0.0.1:5000/shop',
      SERVICE: 'cart',
      PROMETHEUS_URL: 'http://x',
    },
  };
  const jobs = jobsOf(workspace, { branch: undefined, tag: undefined, base: undefined });

  /** Why each job that cannot run on such a machine cannot. */
  const obstaclesWith = (less: Partial<Machine>) =>
    Object.fromEntries(
      jobs.flatMap(({ name, pipeline }) => {
        const machine = { ...everything, ...less };
        const why = pipeline && obstacleOf(pipeline, pipeline.predefined, machine);
        return why === undefined ? [] : [[name, why]];
      }),
    );
  const forAll = (names: string, why: string) =>
    Object.fromEntries(names.split(' ').map((name) => [name, why]));

  it('runs where there is all that it needs', () => {
    expect(jobs.map(({ pipeline }) => pipeline?.of)).not.toContain(undefined);
    expect(obstaclesWith({})).toEqual({});
  });

  it.each<[string, Partial<Machine>, string, string]>([
    [
      'docker',
      { obstacleOf: (program) => (program === 'docker' ? 'no docker' : undefined) },
      'images test-branch deploy release',
      'no docker',
    ],
    [
      'helm',
      { obstacleOf: (program) => (program === 'helm' ? 'no helm' : undefined) },
      'test-branch deploy revert candidate',
      'no helm',
    ],
    ['a cluster', { context: '' }, 'test-branch deploy revert candidate', 'kubectl has no context'],
    [
      'leave to change the cluster',
      { mayChangeCluster: false },
      'test-branch deploy revert candidate',
      'needs --cluster, with which it changes the cluster kind-shop',
    ],
    [
      'a registry',
      { environment: { SERVICE: 'cart', PROMETHEUS_URL: 'http://x' } },
      'test-branch deploy release',
      'the variable REGISTRY is not set',
    ],
    [
      'a service to release',
      { environment: { REGISTRY: 'x', PROMETHEUS_URL: 'http://x' } },
      'candidate',
      'the variable SERVICE is not set',
    ],
  ])('does not run without %s if it needs that', (_, less, names, why) => {
    expect(obstaclesWith(less)).toEqual(forAll(names, why));
  });
});
