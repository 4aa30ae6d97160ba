import { spawnSync } from 'node:child_process';
import type { PipelineJob } from './pipeline';

/** What this machine has for the jobs. */
export interface Machine {
  /** Why a program cannot be used; undefined if it can. */
  obstacleOf(program: 'docker' | 'helm' | 'kubectl'): string | undefined;
  /** Whether jobs may change the cluster of kubectl's context. */
  mayChangeCluster: boolean;
  /** kubectl's context; empty if there is none. */
  context: string;
  environment: Readonly<Record<string, string | undefined>>;
}

const asking = {
  docker: ['version', '--format', '{{.Server.Version}}'],
  helm: ['version'],
  kubectl: ['version', '--client'],
};

export const thisMachine = (mayChangeCluster: boolean): Machine => ({
  obstacleOf: (program) => {
    const { error, status } = spawnSync(program, asking[program]);
    if (error) return `${program} is not on PATH`;
    if (status === 0) return undefined;
    return program === 'docker' ? "docker's engine does not answer" : `${program} does not run`;
  },
  mayChangeCluster,
  context: (
    spawnSync('kubectl', ['config', 'current-context'], { encoding: 'utf8' }).stdout ?? ''
  ).trim(),
  environment: process.env,
});

const usesDocker = /\bnpm run images\b/;
const usesCluster = /\b(npm run (--silent )?(deploy|canary)|helm|kubectl) /;

/** The variables without which a script means nothing: those that it neither sets nor gives a default. */
const variablesOf = (script: string): readonly string[] => {
  const used = [...script.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)].map(
    ([, braced, bare]) => braced ?? bare,
  );
  const set = new Set([...script.matchAll(/^(\w+)=/gm)].map(([, name]) => name));
  return [...new Set(used)].filter(
    (name): name is string => name !== undefined && /^[A-Z]/.test(name) && !set.has(name),
  );
};

const ofCluster = ({ mayChangeCluster, context, obstacleOf }: Machine): string | undefined => {
  const missing = obstacleOf('helm') ?? obstacleOf('kubectl');
  if (missing) return missing;
  if (context === '') return 'kubectl has no context';
  if (!mayChangeCluster) return `needs --cluster, with which it changes the cluster ${context}`;
  return undefined;
};

/** Why a job cannot run here; undefined if it can. */
export const obstacleOf = (
  { script, variables = {} }: PipelineJob,
  predefined: Readonly<Record<string, string>>,
  machine: Machine,
): string | undefined => {
  const text = script.join('\n');
  const docker = usesDocker.test(text) ? machine.obstacleOf('docker') : undefined;
  const cluster = usesCluster.test(text) ? ofCluster(machine) : undefined;
  const known = { ...predefined, ...variables, ...machine.environment };
  const [unset] = variablesOf(text).filter((name) => known[name] === undefined);
  return docker ?? cluster ?? (unset && `the variable ${unset} is not set`);
};
