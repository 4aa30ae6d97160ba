import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';
import { parse } from 'yaml';

/** The pipeline cannot be read; the message says why. */
export class PipelineError extends Error {
  override readonly name = 'PipelineError';
}

const Lines = Type.Optional(Type.Array(Type.String()));
const Variables = Type.Optional(
  Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
);
const Job = Type.Object({
  before_script: Lines,
  script: Type.Array(Type.String()),
  after_script: Lines,
  variables: Variables,
});
const Global = Type.Object({ variables: Variables });
const Listed = Type.Array(
  Type.Object({ name: Type.String(), stage: Type.String(), when: Type.String() }),
);

export interface PipelineJob extends Static<typeof Job> {
  /** `on_success`, `always`, or `manual`. */
  when: string;
}

interface ListedJob {
  name: string;
  stage: string;
  /** Undefined if the pipeline does not have it. */
  job: PipelineJob | undefined;
}

const run = (
  workspace: string,
  variables: Readonly<Record<string, string>>,
  what: string,
): string => {
  const assignments = Object.entries(variables).flatMap(([name, value]) => [
    '--variable',
    `${name}=${value}`,
  ]);
  const names = Object.keys(variables).join();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(workspace, 'node_modules/gitlab-ci-local/dist/index.js'),
      ...[what, '--state-dir', '.faultline/ci', '--no-color'],
      ...['--ignore-predefined-vars', names, ...assignments],
    ],
    { cwd: workspace, encoding: 'utf8', maxBuffer: 16e6 },
  );
  if (status !== 0) throw new PipelineError(`.gitlab-ci.yml: ${stderr}${stdout}`);
  return stdout;
};

/**
 * The jobs of .gitlab-ci.yml in the order of their stages, as a pipeline with these variables has them. gitlab-ci-local
 * checks the file against GitLab's schema, merges its defaults and evaluates its rules.
 */
export const pipelineOf = (
  workspace: string,
  variables: Readonly<Record<string, string>>,
): readonly ListedJob[] => {
  const list = run(workspace, variables, '--list-json');
  const jobs = Parse(Listed, JSON.parse(list.slice(list.search(/^\[/m))));
  const preview: Record<string, unknown> = parse(run(workspace, variables, '--preview'));
  const shared = Parse(Global, preview).variables;
  return jobs.map(({ name, stage, when }) => {
    if (when === 'never') return { name, stage, job: undefined };
    const job = Parse(Job, preview[name]);
    return { name, stage, job: { ...job, when, variables: { ...shared, ...job.variables } } };
  });
};
