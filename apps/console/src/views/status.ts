import type { ConsoleStatus } from '@faultline/contracts/console';
import type { ConsoleSources } from '../sources';
import type { Range } from './range';

/** What a console is told about itself. */
export interface Identity {
  version: string;
  /** Whether it watches a shop. */
  shop: boolean;
  maxBytes: number;
  /** Where the files of the repository can be read. */
  docsUrl?: string | undefined;
  /** The range of the bundle that it shows. */
  bundle?: Range | undefined;
}

/** What the console keeps, and what it had to drop or refuse. */
export const status = async (
  { store, intake }: Pick<ConsoleSources, 'store' | 'intake'>,
  { version, shop, maxBytes, docsUrl, bundle }: Identity,
): Promise<ConsoleStatus> => {
  const [{ spans, logs, bytes, since }, counts] = await Promise.all([
    store.contents(),
    intake.counts(),
  ]);
  return {
    version,
    shop,
    ...(docsUrl !== undefined && { docsUrl }),
    ...(bundle && { bundle }),
    ...(since !== undefined && { keptSince: since }),
    spans,
    logs,
    bytes,
    maxBytes,
    received: counts.received,
    dropped: counts.dropped,
    refused: Object.values(counts.refused).reduce((sum, each) => sum + each, 0),
    rejected: counts.rejected,
  };
};
