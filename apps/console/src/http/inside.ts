import type { BaseConfig } from '@faultline/service';
import { type ConsoleConfig, watchedServices, watchedStores } from '../config';
import { openFaultDoor } from '../faults/fault-door';
import type { ConsoleSources } from '../sources';
import type { Inside } from './handlers';

/** What the doors lead to, for a console of this configuration. */
export const insideOf = async (
  config: ConsoleConfig & BaseConfig,
  sources: ConsoleSources,
): Promise<Inside> => {
  const services = watchedServices(config);
  const stores = watchedStores(config);
  const adminUrl: Inside['adminUrl'] = (service) =>
    services.find(({ name }) => name === service)?.adminUrl;
  return {
    sources,
    faults: await openFaultDoor({
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
    consoleUrl: config.CONSOLE_URL,
    adminUrl,
    storeUrl: (store) => stores.find(({ name }) => name === store)?.url,
  };
};
