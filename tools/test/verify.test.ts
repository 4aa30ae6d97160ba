import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const program = resolve(__dirname, '../bin/verify.mjs');

const verify = (...stages: string[]) =>
  spawnSync(process.execPath, [program, ...stages], {
    encoding: 'utf8',
    // Has none of the programs that stages need.
    env: { ...process.env, PATH: '/bin:/usr/bin:/nowhere', KUBECONFIG: '/nowhere/config' },
  });

it('says why it skips a stage that needs what the machine has not', () => {
  const { stdout, status } = verify('backends', 'cluster');
  expect(stdout).toMatch(/^backends: skipped: not on PATH: .*prometheus/m);
  expect(stdout).toMatch(/^cluster: skipped: /m);
  expect(stdout).toMatch(/\d+ passed, \d+ failed/);
  expect(status).not.toBe(2);
});

it('names the stages that there are', () => {
  const { stderr, status } = verify('everything');
  expect(stderr).toBe(
    'everything: no such stage; there are test, prove, backends, containers, cluster\n',
  );
  expect(status).toBe(2);
});
