import { spawnSync } from 'node:child_process';
import type { PipelineJob } from './pipeline';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Each line as it is shown, then the line. */
const shown = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => [`echo ${quoted(`$ ${line}`)}`, line]);

/** Values may name other variables, as GitLab has it; those of this environment come first. */
const assignments = (variables: PipelineJob['variables'] = {}): readonly string[] =>
  Object.entries(variables)
    .filter(([name]) => process.env[name] === undefined)
    .map(([name, value]) => `export ${name}="${value}"`);

/** Runs the steps of a job in one shell, as a runner does, and then what is to happen in any case. */
export const runJob = (
  { before_script = [], script, after_script = [], variables }: PipelineJob,
  workspace: string,
  predefined: Readonly<Record<string, string>>,
): boolean => {
  const bash = (lines: readonly string[], more: Readonly<Record<string, string>> = {}): boolean =>
    spawnSync(
      'bash',
      ['-eo', 'pipefail', '-c', [...assignments(variables), ...shown(lines)].join('\n')],
      {
        cwd: workspace,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...predefined, ...process.env, ...more },
      },
    ).status === 0;
  const passed = bash([...before_script, ...script]);
  if (after_script.length > 0) bash(after_script, { CI_JOB_STATUS: passed ? 'success' : 'failed' });
  return passed;
};
