import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
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
  const deadline = performance.now() + 60_000;
  for (;;) {
    try {
      await run('kubectl', ['get', 'rollouts.argoproj.io', '--all-namespaces']);
      return;
    } catch (error) {
      // The API takes a moment until it serves a new kind.
      if (performance.now() > deadline) throw error;
      await delay(250);
    }
  }
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
