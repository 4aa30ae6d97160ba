import type { ExportResult } from '@opentelemetry/core';

interface Exporter<Item> {
  export(items: Item[], done: (result: ExportResult) => void): void;
  forceFlush?(): Promise<void>;
  shutdown(): Promise<void>;
}

/** An exporter that gets each item redacted: the last that happens to it before it is encoded. */
export const redacting = <Item>(
  exporter: Exporter<Item>,
  redactItem: (item: Item) => Item,
): Required<Exporter<Item>> => ({
  export: (items, done) => exporter.export(items.map(redactItem), done),
  forceFlush: async () => exporter.forceFlush?.(),
  shutdown: () => exporter.shutdown(),
});
