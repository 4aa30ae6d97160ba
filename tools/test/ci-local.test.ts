import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Scratch } from './scratch';

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
    expect(output).toContain('then npm test -- --affected;');
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
