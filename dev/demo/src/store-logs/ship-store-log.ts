import { foreignLog } from '@faultline/telemetry';
import { defaultInstallation, type StoreName, stores } from '@faultline/topology';
import type { DemoConfig } from '../components/demo-config';
import { storeLines } from './store-line';

export interface ShippedLog {
  take(chunk: Buffer): void;
  /** Exports the remaining lines. */
  flush(): Promise<void>;
}

/** Exports the log of a store under the store's name, with the field by which the lines of services name a store. */
export const shipStoreLog = (
  name: StoreName,
  { collector, deployment }: Pick<DemoConfig, 'collector' | 'deployment'>,
): ShippedLog => {
  const exported = foreignLog({
    service: name,
    installation: process.env.SERVICE_NAMESPACE || defaultInstallation,
    environment: deployment,
    url: collector?.logs,
  });
  if (!exported) return { take: () => undefined, flush: async () => undefined };
  return {
    take: storeLines(stores[name].engine, ({ level, message }) =>
      exported.take({ level, message, fields: { store: name } }),
    ),
    flush: exported.flush,
  };
};
