import type { Resource } from '@opentelemetry/resources';
import { envelope } from '../otlp/envelope';
import { OtlpWriter } from '../otlp/otlp-writer';
import { followWallClock } from '../spans/clock';
import type { ExportCounts } from './export-counts';
import type { OtlpSender } from './otlp-sender';

/** Takes the items of one signal, and sends them to a collector a second later at the most. */
export interface ExportQueue<Item> {
  take(item: Item): void;
  flush(): Promise<void>;
}

/** Items that may wait for the collector. */
const capacity = 4096;
/** Items that are sent at once. */
const batchItems = 512;
const delayMilliseconds = 1000;

interface Outlet<Item> {
  /** Whose telemetry it is. */
  resource: Resource;
  send: OtlpSender;
  counts: ExportCounts;
  write(writer: OtlpWriter, item: Item): void;
}

/**
 * A queue in front of a collector. Items are encoded together, which costs less than one by one;
 * what is too much for the collector is counted and dropped, and never slows a request.
 */
export const exportQueue = <Item>({
  resource,
  send,
  counts,
  write,
}: Outlet<Item>): ExportQueue<Item> => {
  const wrap = envelope(resource);
  const writer = new OtlpWriter();
  let collected: Item[] = [];
  let underWay = 0;
  const sending = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  const sendBatch = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    followWallClock();
    const items = collected.length;
    if (items === 0) return;
    for (const item of collected) write(writer, item);
    collected = [];
    underWay += items;
    const arrived = await send(wrap(writer.take()), items);
    underWay -= items;
    counts[arrived ? 'exported' : 'failed'] += items;
  };
  const start = (): void => {
    const batch = sendBatch().finally(() => sending.delete(batch));
    sending.add(batch);
  };

  return {
    flush: async () => {
      start();
      await Promise.all(sending);
    },
    take: (item) => {
      if (collected.length + underWay >= capacity) {
        counts.dropped += 1;
        return;
      }
      collected.push(item);
      if (collected.length >= batchItems) start();
      else timer ??= setTimeout(start, delayMilliseconds).unref();
    },
  };
};
