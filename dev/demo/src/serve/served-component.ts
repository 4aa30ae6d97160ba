import { join } from 'node:path';
import { type ServiceName, serviceUrl } from '@faultline/topology';
import { respondsOk, startNodeProgram } from '../components/node-program';
import { workspaceRoot } from '../layout';
import type { Component } from '../supervision/component';

export interface Served {
  service: ServiceName;
  /** The environment of the service, including PORT and ADMIN_PORT. */
  environment: Record<string, string>;
  startsAfter: readonly string[];
}

/** A service that runs from its sources and restarts when one of them changes. */
export const servedComponent = ({ service, environment, startsAfter }: Served): Component => {
  const port = Number(environment.PORT);
  const adminPort = Number(environment.ADMIN_PORT);
  const url = new URL(serviceUrl(service));
  url.port = String(port);
  return {
    name: service,
    kind: 'service',
    url: url.origin,
    ports: [port, adminPort],
    startsAfter,
    uses: startsAfter,
    start: (context) =>
      startNodeProgram(
        {
          arguments: [
            ...['--watch', '--watch-preserve-output', '--conditions=@faultline/source'],
            ...['--require', 'ts-node/register/transpile-only'],
            'src/main.ts',
          ],
          cwd: join(workspaceRoot, 'apps', service),
          environment: {
            ...environment,
            // The sources of several packages are compiled as one program.
            TS_NODE_COMPILER_OPTIONS: JSON.stringify({ rootDir: workspaceRoot }),
          },
          ready: () => respondsOk(`http://127.0.0.1:${adminPort}/-/ready`),
        },
        context,
      ),
  };
};
