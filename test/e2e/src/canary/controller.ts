import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '@faultline/deploy';
import { freePort } from '@faultline/stores';
import { type Backend, startTool } from '../backends/tool';

const program = 'rollouts-controller';

/** The directory with Argo's controller, and with its CRDs in `crds`: ARGO_ROLLOUTS, or where the program is on PATH. */
const directory = [process.env.ARGO_ROLLOUTS ?? '', ...(process.env.PATH ?? '').split(delimiter)]
  .filter((path) => path !== '' && existsSync(join(path, program)))
  .at(0);

/** Why there are no canary releases by Argo here, if there are none. */
export const noController =
  directory === undefined ? `${program} is not on PATH, nor in ARGO_ROLLOUTS` : undefined;

/** Installs the CRDs of Argo Rollouts in the cluster. */
export const installRollouts = async (): Promise<void> => {
  const crds = join(directory ?? '', 'crds');
  await run('kubectl', ['apply', '--server-side', '--force-conflicts', '-k', crds]);
  await run('kubectl', [
    ...['wait', '--for=condition=Established', '--timeout=60s'],
    'crd/rollouts.argoproj.io',
  ]);
};

/** Starts Argo's controller as a process of this machine, for one namespace. */
export const startController = async (namespace: string): Promise<Backend> => {
  process.env.PATH = [directory, process.env.PATH].join(delimiter);
  return startTool(async () => {
    const [metrics, health] = [await freePort(), await freePort()];
    return {
      command: program,
      configuration: () => '',
      arguments: () => [
        ...['--namespaced', '--namespace', namespace, '--leader-elect=false'],
        ...['--metricsPort', String(metrics), '--healthzPort', String(health)],
      ],
      readyUrl: `http://127.0.0.1:${health}/healthz`,
      addresses: {},
    };
  });
};
