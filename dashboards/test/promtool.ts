import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type RuleGroup, renderRules } from '../src/rules/rule-file';

/** Why tests cannot ask this program, if they cannot. */
export const missing = (program: string): string | undefined =>
  spawnSync(program, ['--version']).error ? `${program} is not on PATH` : undefined;

/** For the title of a test that is skipped for a reason. */
export const because = (why: string | undefined): string => (why ? ` (skipped: ${why})` : '');

/** Runs promtool on files of these contents; answers with its complaints, or nothing when all is well. */
export const promtool = (
  command: readonly string[],
  file: string,
  files: Readonly<Record<string, string>>,
): string => {
  const directory = mkdtempSync(join(tmpdir(), 'faultline-promtool-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    const { status, stdout, stderr } = spawnSync('promtool', [...command, file], {
      cwd: directory,
      encoding: 'utf8',
    });
    return status === 0 ? '' : stdout + stderr || `promtool ended with ${status}`;
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** The rules of these alerts alone, because promtool evaluates all that it gets, at each step. */
export const rulesOf = (groups: readonly RuleGroup[], names: readonly string[]): string =>
  renderRules(
    groups.map((group) => ({
      ...group,
      rules: group.rules.filter((rule) => 'alert' in rule && names.includes(rule.alert)),
    })),
  );

/** Has Prometheus evaluate rules over series, as `promtool test rules` describes them. */
export const testRules = (
  rules: string,
  tests: readonly object[],
  evaluation_interval = '5s',
): string =>
  promtool(['test', 'rules'], 'test.yaml', {
    'rules.yaml': rules,
    'test.yaml': stringify({
      rule_files: ['rules.yaml'],
      evaluation_interval,
      fuzzy_compare: true,
      tests,
    }),
  });
