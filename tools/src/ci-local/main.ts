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

/** What GitLab says of a push of a branch or a tag. */
const pushOf = (kind: 'BRANCH' | 'TAG', name: string) => ({
  CI: 'true',
  CI_PIPELINE_SOURCE: 'push',
  [`CI_COMMIT_${kind}`]: name,
  CI_COMMIT_REF_NAME: name,
  CI_PIPELINE_ID: String(process.pid),
  CI_COMMIT_SHA: git('rev-parse', 'HEAD'),
  CI_COMMIT_SHORT_SHA: git('rev-parse', '--short=8', 'HEAD'),
});

const main = async (): Promise<number> => {
  const parsed = program('npm run ci:local --', 'Runs jobs of .gitlab-ci.yml on this machine.')
    .argument('[jobs...]', 'else those that a push to the branch starts')
    .option('--branch <name>', 'whose pipeline it is', 'main')
    .option('--tag <name>', 'the pipeline of a tag, such as v0.2.0, instead')
    .option('--list', 'only shows the jobs', false)
    .parse();
  const { branch, tag, list } = parsed.opts();
  const predefined = tag === undefined ? pushOf('BRANCH', branch) : pushOf('TAG', tag);
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
