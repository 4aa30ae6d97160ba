import type { BaseConfig } from '@faultline/service';
import type { ServiceName, StoreName } from '@faultline/topology';
import { type ConsoleConfig, watchedServices, watchedStores } from '../config';
import { openShopFaults, type ShopFaults } from '../faults/shop-faults';
import type { ConsoleSources } from '../sources';
import type { Identity } from '../views/status';

/** What the routes, the event streams and the tools of MCP read and change. */
export interface ConsoleContext {
  /** Those of the shop, until a bundle is opened. */
  sources: ConsoleSources;
  faults: ShopFaults;
  identity: Identity;
  /** The name of the shop's installation, which its telemetry has. */
  installation: string;
  /** Where people reach this console; without a trailing slash. */
  consoleUrl: string;
  /** Without a trailing slash; undefined for what this console does not watch. */
  adminUrl(service: ServiceName): string | undefined;
  storeUrl(store: StoreName): string | undefined;
}

/** For a console of this configuration. */
export const createContext = async (
  config: ConsoleConfig & BaseConfig,
  sources: ConsoleSources,
): Promise<ConsoleContext> => {
  const services = watchedServices(config);
  const stores = watchedStores(config);
  const adminUrl: ConsoleContext['adminUrl'] = (service) =>
    services.find(({ name }) => name === service)?.adminUrl;
  return {
    sources,
    faults: await openShopFaults({
      file: config.FAULTS_FILE,
      readOnly: config.CONSOLE_FAULTS === 'read-only',
      adminUrl,
    }),
    identity: {
      version: config.SERVICE_VERSION,
      shop: services.length > 0,
      maxBytes: config.CONSOLE_MAX_BYTES,
      docsUrl: config.CONSOLE_DOCS_URL,
    },
    installation: config.SERVICE_NAMESPACE,
    consoleUrl: config.CONSOLE_URL,
    adminUrl,
    storeUrl: (store) => stores.find(({ name }) => name === store)?.url,
  };
};
