import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { missing } from '../chart/render';
import { cloudTypes } from './grafana-cloud-types';

const deploy = resolve(__dirname, '../..');

const Types = Type.Record(Type.String(), Type.Unknown());
const Schema = Type.Object({ provider: Type.Unknown(), resources: Types, data: Types });

export const noTerraform = missing('terraform');

/** The configuration of Terraform's command line, if there is one. */
const configured = existsSync(process.env.TF_CLI_CONFIG_FILE ?? '')
  ? readFileSync(process.env.TF_CLI_CONFIG_FILE ?? '', 'utf8')
  : undefined;

/** The same, if it names providers that need no `terraform init`. */
const overrides = configured?.includes('dev_overrides') ? configured : undefined;

/** Why providers cannot be used here, if they cannot. Without such a file, each run would download 300 MB of them. */
export const noProviders =
  noTerraform ?? (configured ? undefined : 'TF_CLI_CONFIG_FILE names no file with providers');

export interface Copy extends Disposable {
  /** The copy of deploy/terraform. */
  directory: string;
  /** Runs Terraform in a directory of the copy; `output` is all that it wrote. */
  terraform(path: string, ...parameters: string[]): { status: number | null; output: string };
  /** The value of an expression in a directory, of which `variables` are the variables. */
  evaluate(path: string, expression: string, variables: Record<string, unknown>): unknown;
}

/** A copy of what Terraform reads, so that it leaves nothing in the repository. */
export const copyTerraform = (): Copy => {
  const copy = mkdtempSync(join(tmpdir(), 'faultline-terraform-'));
  for (const part of ['alertmanager', 'grafana', 'helm', 'slo', 'terraform'])
    cpSync(join(deploy, part), join(copy, part), { recursive: true });
  const directory = join(copy, 'terraform');
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', ...configuration(copy) };
  const spawn = (path: string, parameters: string[], input = '') =>
    spawnSync('terraform', parameters, {
      cwd: join(directory, path),
      env,
      encoding: 'utf8',
      input,
    });
  return {
    directory,
    terraform: (path, ...parameters) => {
      const { status, stdout, stderr } = spawn(path, parameters);
      return { status, output: stdout + stderr };
    },
    evaluate: (path, expression, variables) => {
      const given = Object.entries(variables).map(([name, value]) => `-var=${name}=${value}`);
      const { stdout, stderr } = spawn(path, ['console', ...given], `jsonencode(${expression})`);
      if (!stdout) throw new Error(stderr);
      // The console quotes the text that it prints, as JSON does.
      return Parse(Type.Unknown(), JSON.parse(Parse(Type.String(), JSON.parse(stdout))));
    },
    [Symbol.dispose]: () => rmSync(copy, { recursive: true }),
  };
};

/** Makes the modules and providers of a directory available. */
export const prepare = ({ terraform }: Copy, path: string) =>
  overrides
    ? terraform(path, 'get', '-no-color')
    : terraform(path, 'init', '-backend=false', '-input=false', '-no-color');

/**
 * A provider that serves the schema.json beside it, instead of doing anything, may lack what Grafana Cloud has: then
 * a copy of it has that too.
 */
const configuration = (copy: string): NodeJS.ProcessEnv => {
  const provider = overrides && /"grafana\/grafana" *= *"(.*)"/.exec(overrides)?.[1];
  if (!provider || !existsSync(join(provider, 'schema.json'))) return {};
  const schema = Parse(Schema, JSON.parse(readFileSync(join(provider, 'schema.json'), 'utf8')));
  const target = join(copy, 'providers', basename(provider));
  cpSync(provider, target, { recursive: true });
  const resources = { ...cloudTypes.resources, ...schema.resources };
  const data = { ...cloudTypes.data, ...schema.data };
  writeFileSync(join(target, 'schema.json'), JSON.stringify({ ...schema, resources, data }));
  const file = join(copy, 'providers/terraform.rc');
  writeFileSync(file, overrides.replace(provider, target));
  return { TF_CLI_CONFIG_FILE: file };
};
