import { join } from 'node:path';
import { type ServiceName, serviceUrl } from '@faultline/topology';
import { workspaceRoot } from '../layout';
import { startNodeProgram } from '../parts/node-program';
import { answersOk } from '../parts/readiness';
import type { Part } from '../supervision/part';

export interface Served {
  service: ServiceName;
  /** All that the service finds in its environment, PORT and ADMIN_PORT among it. */
  environment: Record<string, string>;
  startsAfter: readonly string[];
}

/** A service run from its sources, which starts again by itself when one of them changes. */
export const servedPart = ({ service, environment, startsAfter }: Served): Part => {
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
          ready: () => answersOk(`http://127.0.0.1:${adminPort}/-/ready`),
        },
        context,
      ),
  };
};
