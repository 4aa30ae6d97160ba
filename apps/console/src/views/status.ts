import type { ConsoleStatus } from '@faultline/contracts/console';
import type { ConsoleSources } from '../sources';
import type { Range } from './range';

/** What a console is told about itself. */
export interface Identity {
  version: string;
  /** Whether it watches a shop. */
  shop: boolean;
  maxBytes: number;
  /** The range of the bundle that it shows. */
  bundle?: Range | undefined;
}

/** What the console keeps, and what it had to drop or refuse. */
export const status = async (
  { store, intake }: Pick<ConsoleSources, 'store' | 'intake'>,
  { version, shop, maxBytes, bundle }: Identity,
): Promise<ConsoleStatus> => {
  const [{ spans, logs, bytes, since }, counts] = await Promise.all([
    store.contents(),
    intake.counts(),
  ]);
  return {
    version,
    shop,
    ...(bundle && { bundle }),
    ...(since !== undefined && { keptSince: since }),
    spans,
    logs,
    bytes,
    maxBytes,
    received: counts.received,
    dropped: counts.dropped,
    refused: Object.values(counts.refused).reduce((sum, each) => sum + each, 0),
  };
};
