import { freePortBase, isPortFree } from '@faultline/stores';
import {
  type ServiceName,
  services,
  storePort,
  stores,
  storeUrl,
  portBase as usualBase,
} from '@faultline/topology';
import { ComponentLogs } from '../component-logs';
import type { DemoConfig } from '../components/demo-config';
import { serviceEnvironment } from '../components/service-components';
import { fetchStorePrograms, storeComponents } from '../components/store-components';
import { Demo } from '../demo';
import { acquireLock } from '../guards/lock';
import { readSecrets } from '../guards/secrets';
import { checkPorts } from '../guards/taken-ports';
import { defaultDirectory, layoutIn } from '../layout';
import { makeDirectories } from '../make-directories';
import { servedDirectory } from './layout';
import { servedComponent } from './served-component';

/**
 * Prepares one service for development: run from its sources, with stores of its own unless
 * the environment names one. Its dependencies are expected at their default addresses, and not started.
 */
export const prepareServe = async (
  service: ServiceName,
  given: Environment,
  { directory = defaultDirectory, notice }: ServeOptions = {},
): Promise<Demo> => {
  const layout = layoutIn(servedDirectory(directory, service));
  await makeDirectories(layout);
  const lock = await acquireLock(layout.lock, usualBase);
  try {
    const { fingerprint } = await readSecrets(layout.secrets);
    const own = ownStores(service, given);
    await fetchStorePrograms(own, notice);
    const config: DemoConfig = {
      layout,
      portBase: await storeBase(own),
      services: [service],
      stores: own,
      tools: [],
      load: undefined,
      version: 'development',
      fingerprintSecret: fingerprint,
      deployment: 'development',
      collector: undefined,
      environment: {},
      onLoad: () => undefined,
    };
    const served = servedComponent({
      service,
      environment: environmentOf(service, config, given),
      startsAfter: own,
    });
    await checkPorts(
      served.ports.map((port) => ({ component: service, port })),
      0,
    );
    const logs = new ComponentLogs(
      layout.logs,
      (line) => demo.emit('notice', line),
      (name, chunk) => demo.emit('output', name, chunk),
    );
    const components = [...storeComponents(config), served];
    const demo: Demo = new Demo({ portBase: config.portBase, components, logs, lock });
    return demo;
  } catch (error) {
    await lock.release();
    throw error;
  }
};

export interface ServeOptions {
  /** The directory of the stores' data and the logs. */
  directory?: string;
  /** Called with notices before the demo exists. */
  notice?: (line: string) => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** All stores of the service, or none if the environment names one. */
const ownStores = (service: ServiceName, given: Environment) => {
  const needed = services[service].stores;
  return needed.some((name) => given[stores[name].urlVariable]) ? [] : needed;
};

/** The default ports, or free ones if a demo is running. */
const storeBase = async (own: DemoConfig['stores']): Promise<number> => {
  const portsFrom = (base: number) => own.map((name) => storePort(name, base));
  const free = await Promise.all(portsFrom(usualBase).map(isPortFree));
  return free.every(Boolean) ? usualBase : freePortBase(portsFrom);
};

const environmentOf = (
  service: ServiceName,
  config: DemoConfig,
  given: Environment,
): Record<string, string> => ({
  ...serviceEnvironment(service, { ...config, portBase: usualBase }),
  ...Object.fromEntries(
    config.stores.map((name) => [stores[name].urlVariable, storeUrl(name, config.portBase)]),
  ),
  NODE_ENV: 'development',
  ...definedIn(given),
});

const definedIn = (given: Environment): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
