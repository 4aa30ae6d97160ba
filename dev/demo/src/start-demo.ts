import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderFaults } from '@faultline/faults';
import { freePortBase } from '@faultline/stores';
import { type ServiceName, type ToolName, toolNames } from '@faultline/topology';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { ComponentLogs } from './component-logs';
import { componentsOf } from './components';
import { collectorOf } from './components/collector';
import type { DemoConfig } from './components/demo-config';
import { fetchStorePrograms } from './components/store-components';
import { Demo } from './demo';
import { checkFreeSpace } from './guards/free-space';
import { acquireLock } from './guards/lock';
import { readSecrets } from './guards/secrets';
import { checkPorts, type PortClaim } from './guards/taken-ports';
import { layoutIn, workspaceRoot } from './layout';
import { forgetRestarts, makeDirectories } from './make-directories';
import { select } from './selection';

export interface DemoOptions {
  /** The directory of data, logs and lock; created if it is missing. */
  directory: string;
  /** The lowest port; by default a base at which all ports are free. */
  portBase?: number | undefined;
  /** Starts only this service with its dependencies, and shoppers only if it is the public entry. */
  only?: ServiceName | ToolName | undefined;
  /** Whether to start the console; default false. */
  console?: boolean | undefined;
  /** The load in journeys per second; by default no load. */
  load?: { rate?: number | undefined } | undefined;
  /** The collector of all traces and logs; by default that of this process's environment, or the console. */
  collector?: DemoConfig['collector'];
  /** Additional variables of a service, which override the demo's. */
  environment?: DemoConfig['environment'] | undefined;
  /** Where the console reads the metrics of a service that has other processes than the demo's, too. */
  watchedAt?: DemoConfig['watchedAt'] | undefined;
  /** Called with notices before the demo exists. */
  notice?: ((line: string) => void) | undefined;
}

/** How long the processes of a killed demo may take to end. */
const orphansMs = 10_000;

/** Starts a demo and waits until all components are up. Otherwise cleans up and rejects with a DemoError. */
export const startDemo = async (options: DemoOptions): Promise<Demo> => {
  const demo = await prepareDemo(options);
  await demo.start();
  return demo;
};

/**
 * Locks the directory, checks free space and ports, and fetches missing programs, but does not start yet, so that
 * the caller can subscribe to events first.
 */
export const prepareDemo = async (options: DemoOptions): Promise<Demo> => {
  const layout = layoutIn(options.directory);
  await makeDirectories(layout);
  const draft: DemoConfig = {
    ...select(options.only),
    tools: options.console || options.only === 'console' ? toolNames : [],
    layout,
    portBase: options.portBase ?? 0,
    load: options.load,
    version: await releaseVersion(),
    fingerprintSecret: '',
    deployment: 'demo',
    collector: options.collector,
    environment: options.environment ?? {},
    watchedAt: options.watchedAt,
    onLoad: () => undefined,
  };
  const portBase =
    options.portBase ??
    (await freePortBase((base) => claims({ ...draft, portBase: base }).map(({ port }) => port)));
  const lock = await acquireLock(layout.lock, portBase);
  try {
    await forgetRestarts(layout);
    await checkFreeSpace(layout.directory);
    await checkPorts(claims({ ...draft, portBase }), lock.takenOver ? orphansMs : 0);
    await fetchStorePrograms(draft.stores, options.notice);
    const { fingerprint } = await readSecrets(layout.secrets);
    const components = componentsOf({
      ...draft,
      portBase,
      collector: collectorOf({ ...draft, portBase }),
      fingerprintSecret: fingerprint,
      onLoad: (reading) => demo.emit('load', reading),
    });
    const logs = new ComponentLogs(layout.logs, (line) => demo.emit('notice', line));
    await writeFile(layout.faults, renderFaults([]), { mode: 0o600 });
    const demo: Demo = new Demo({ portBase, components, logs, lock, switches: layout });
    return demo;
  } catch (error) {
    await lock.release();
    throw error;
  }
};

const claims = (config: DemoConfig): PortClaim[] =>
  componentsOf(config).flatMap(({ name, ports }) =>
    ports.map((port) => ({ component: name, port })),
  );

const Manifest = Type.Object({ version: Type.String() });

const releaseVersion = async (): Promise<string> => {
  const manifest = await readFile(join(workspaceRoot, 'package.json'), 'utf8');
  return Parse(Manifest, JSON.parse(manifest)).version;
};
