import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { exitCodeOf, oneOf, program } from '@faultline/command-line';
import { PipelineError, pipelineOf } from './pipeline';
import { runJob } from './run-job';

// `npm run ci:local`: the jobs of .gitlab-ci.yml on this machine, step by step. Exit codes: 0 done, 1 a job failed, 2 what
// was typed is wrong.

const workspace = resolve(__dirname, '../../..');

const git = (...words: readonly string[]): string =>
  spawnSync('git', words, { cwd: workspace, encoding: 'utf8' }).stdout.trim();

/** What GitLab says of a push to a branch. */
const pushTo = (branch: string) => ({
  CI: 'true',
  CI_PIPELINE_SOURCE: 'push',
  CI_COMMIT_BRANCH: branch,
  CI_COMMIT_REF_NAME: branch,
  CI_COMMIT_REF_SLUG: branch.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  CI_COMMIT_SHA: git('rev-parse', 'HEAD'),
  CI_COMMIT_SHORT_SHA: git('rev-parse', '--short=8', 'HEAD'),
});

const main = async (): Promise<number> => {
  const parsed = program('npm run ci:local --', 'Runs jobs of .gitlab-ci.yml on this machine.')
    .argument('[jobs...]', 'else those that a push to the branch starts')
    .option('--branch <name>', 'whose pipeline it is', 'main')
    .option('--list', 'only shows the jobs', false)
    .parse();
  const { branch, list } = parsed.opts();
  const predefined = pushTo(branch);
  const jobs = pipelineOf(workspace, predefined);
  if (list) {
    for (const { stage, name, when } of jobs) console.log(`${stage}\t${name}\t${when}`);
    return 0;
  }
  const read = oneOf(
    'job',
    jobs.map(({ name }) => name),
  );
  const asked = parsed.args.map(read);
  const chosen = jobs.filter(({ name, when }) =>
    asked.length > 0 ? asked.includes(name) : when !== 'manual',
  );
  for (const job of chosen) {
    console.log(`\n== ${job.stage}: ${job.name}`);
    if (!runJob(job, workspace, predefined)) {
      console.error(`The job ${job.name} failed.`);
      return 1;
    }
  }
  return 0;
};

void exitCodeOf(main, [PipelineError]).then((code) => process.exit(code));
