import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { type PipelineJob, pipelineOf } from './pipeline';

type Variables = Readonly<Record<string, string>>;

/** What starts a pipeline, and what GitLab says of it. */
interface Start {
  /** In words, such as `the branch main`. */
  of: string;
  predefined: Variables;
}

/** A job of .gitlab-ci.yml, in the pipeline in which it is to run here. */
export interface LocalJob {
  name: string;
  stage: string;
  pipeline: (PipelineJob & Start) | undefined;
}

export interface Wanted {
  branch: string | undefined;
  tag: string | undefined;
  /** The commit that a merge request is compared with. */
  base: string | undefined;
}

const Manifest = Type.Object({ version: Type.String() });

const git = (workspace: string, ...words: readonly string[]): string =>
  spawnSync('git', words, { cwd: workspace, encoding: 'utf8' }).stdout.trim();

const startOf = (workspace: string, of: string, name: string, more: Variables): Start => ({
  of,
  predefined: {
    CI: 'true',
    CI_PIPELINE_SOURCE: 'push',
    CI_COMMIT_REF_NAME: name,
    CI_PIPELINE_ID: String(process.pid),
    CI_COMMIT_SHA: git(workspace, 'rev-parse', 'HEAD'),
    CI_COMMIT_SHORT_SHA: git(workspace, 'rev-parse', '--short=8', 'HEAD'),
    ...more,
  },
});

const ofBranch = (workspace: string, name: string): Start =>
  startOf(workspace, `the branch ${name}`, name, { CI_COMMIT_BRANCH: name });

const ofTag = (workspace: string, name: string): Start =>
  startOf(workspace, `the tag ${name}`, name, { CI_COMMIT_TAG: name });

const ofMergeRequest = (workspace: string, base: string): Start =>
  startOf(workspace, 'a merge request', 'change', {
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: git(workspace, 'rev-parse', base),
  });

/** One of each kind: of each job, the pipeline that comes first is the one in which it runs. */
const ofAll = (workspace: string): readonly Start[] => {
  const text = readFileSync(join(workspace, 'package.json'), 'utf8');
  const { version } = Parse(Manifest, JSON.parse(text));
  const before = git(workspace, 'rev-parse', '--verify', '--quiet', 'HEAD~1');
  return [
    ofBranch(workspace, 'main'),
    ofMergeRequest(workspace, before || 'HEAD'),
    ofBranch(workspace, 'test/local'),
    ofTag(workspace, `v${version}`),
  ];
};

const startsOf = (workspace: string, { branch, tag, base }: Wanted): readonly Start[] => {
  if (base !== undefined) return [ofMergeRequest(workspace, base)];
  if (tag !== undefined) return [ofTag(workspace, tag)];
  return branch === undefined ? ofAll(workspace) : [ofBranch(workspace, branch)];
};

/** All jobs in the order of their stages, those too that the pipelines do not have. Throws a PipelineError. */
export const jobsOf = (workspace: string, wanted: Wanted): readonly LocalJob[] => {
  const starts = startsOf(workspace, wanted);
  const pipelines = starts.map((start) => pipelineOf(workspace, start.predefined));
  const [listed = []] = pipelines;
  return listed.map(({ name, stage }, index) => {
    const found = pipelines.findIndex((jobs) => jobs[index]?.job !== undefined);
    const [job, start] = [pipelines[found]?.[index]?.job, starts[found]];
    return { name, stage, pipeline: job && start && { ...job, ...start } };
  });
};
