import { type Machine, obstacleOf } from './obstacles';
import type { LocalJob } from './pipelines';
import { runJob } from './run-job';

/** What became of a job: `passed`, `failed`, or why it has not run. */
export interface Outcome {
  name: string;
  ran: 'passed' | 'failed' | undefined;
  words: string;
}

interface Options {
  workspace: string;
  /** The jobs that were asked for; all that need nobody who starts them, if none was. */
  asked: readonly string[];
  machine: Machine;
}

/** Why a job is not to run; undefined if it is. */
const reasonOf = (
  { name, pipeline }: LocalJob,
  { asked, machine }: Options,
  failed: string | undefined,
): string | undefined => {
  if (asked.length > 0 && !asked.includes(name)) return 'not asked for';
  if (!pipeline) return 'the pipeline does not have it';
  if (asked.length === 0 && pipeline.when === 'manual')
    return `by hand: npm run ci:local -- ${name}`;
  if (failed !== undefined) return `${failed} failed before`;
  return obstacleOf(pipeline, pipeline.predefined, machine);
};

/** Runs the jobs one after the other until one fails. */
export const runJobs = (jobs: readonly LocalJob[], options: Options): readonly Outcome[] => {
  let failed: string | undefined;
  return jobs.map((job) => {
    const { name, stage, pipeline } = job;
    const reason = reasonOf(job, options, failed);
    if (reason !== undefined || !pipeline)
      return { name, ran: undefined, words: `not run: ${reason}` };
    console.log(`\n== ${stage}: ${name}, in the pipeline of ${pipeline.of}`);
    const started = performance.now();
    const passed = runJob(pipeline, options.workspace, pipeline.predefined);
    const seconds = Math.round((performance.now() - started) / 1000);
    if (!passed) failed = name;
    const ran = passed ? 'passed' : 'failed';
    return { name, ran, words: `ran: ${ran} after ${seconds} s` };
  });
};

/** A line for each job. */
export const renderOutcomes = (outcomes: readonly Outcome[]): string => {
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  return outcomes.map(({ name, words }) => `${name.padEnd(width)}  ${words}`).join('\n');
};
