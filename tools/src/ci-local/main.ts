import { resolve } from 'node:path';
import { exitCodeOf, oneOf, program, UsageError } from '@faultline/command-line';
import { thisMachine } from './obstacles';
import { PipelineError } from './pipeline';
import { jobsOf } from './pipelines';
import { renderOutcomes, runJobs } from './run-jobs';

// `npm run ci:local`: the jobs of .gitlab-ci.yml on this machine, step by step. Exit codes: 0 no job failed, 1 a job failed, or
// one that was asked for cannot run here, 2 what was typed is wrong.

const workspace = resolve(__dirname, '../../..');

const main = async (): Promise<number> => {
  const parsed = program(
    'npm run ci:local --',
    'Runs the jobs of .gitlab-ci.yml on this machine, each in the first pipeline that has it, and says of each whether it ran.',
  )
    .argument('[jobs...]', 'else all that nobody starts by hand')
    .option('--branch <name>', 'only the pipeline of this branch')
    .option('--tag <name>', 'only the pipeline of this tag, such as v0.2.0')
    .option('--base <commit>', 'only the pipeline of a merge request, which is compared with this')
    .option('--cluster', "also jobs that change the cluster of kubectl's context", false)
    .option('--list', 'only shows the jobs of the pipeline', false)
    .parse();
  const { cluster, list, branch, tag, base } = parsed.opts();
  if ([branch, tag, base].filter((each) => each !== undefined).length > 1)
    throw new UsageError('--branch, --tag and --base are of different pipelines');
  const jobs = jobsOf(workspace, { branch, tag, base });
  if (list) {
    for (const { stage, name, pipeline } of jobs)
      if (pipeline) console.log([stage, name, pipeline.when, pipeline.of].join('\t'));
    return 0;
  }
  const read = oneOf(
    'job',
    jobs.map(({ name }) => name),
  );
  const asked = parsed.args.map(read);
  const outcomes = runJobs(jobs, { workspace, asked, machine: thisMachine(cluster) });
  console.log(`\n${renderOutcomes(outcomes)}`);
  const isBad = outcomes.some(
    ({ name, ran }) => ran === 'failed' || (ran === undefined && asked.includes(name)),
  );
  return isBad ? 1 : 0;
};

void exitCodeOf(main, [PipelineError]).then((code) => process.exit(code));
