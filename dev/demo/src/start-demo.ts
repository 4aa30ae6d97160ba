import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderFaults } from '@faultline/faults';
import { freePortBase } from '@faultline/stores';
import type { ServiceName } from '@faultline/topology';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { ComponentLogs } from './component-logs';
import { componentsOf } from './components';
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
  /** Where data, logs and the lock are kept; made when it is not there. */
  directory: string;
  /** The lowest port, as in the topology; one with free ports when not given. */
  portBase?: number | undefined;
  /** This service with those that it calls, and no shoppers unless it is the public entry. */
  only?: ServiceName | undefined;
  /** Shoppers, and how many journeys they start in a second; none when not given. */
  load?: { rate?: number | undefined } | undefined;
  /** Gets the traces and logs of everything; as our own environment says if not given. */
  collector?: DemoConfig['collector'];
  /** More variables for a service; they win over the demo's own. */
  environment?: DemoConfig['environment'] | undefined;
  /** Hears what is done before there is a demo to listen to. */
  notice?: ((line: string) => void) | undefined;
}

/** What processes of a demo that was killed may take to end. */
const orphansMs = 10_000;

/** Starts a demo and waits until all of it is up. Rejects with a DemoError, leaving nothing behind. */
export const startDemo = async (options: DemoOptions): Promise<Demo> => {
  const demo = await prepareDemo(options);
  await demo.start();
  return demo;
};

/**
 * Takes the directory, checks room and ports, fetches what is missing, and starts nothing yet: for those
 * who want to watch.
 */
export const prepareDemo = async (options: DemoOptions): Promise<Demo> => {
  const layout = layoutIn(options.directory);
  await makeDirectories(layout);
  const draft: DemoConfig = {
    ...select(options.only),
    layout,
    portBase: options.portBase ?? 0,
    load: options.load,
    version: await releaseVersion(),
    fingerprintSecret: '',
    deployment: 'demo',
    collector: options.collector,
    environment: options.environment ?? {},
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
