import type { ExportResult } from '@opentelemetry/core';

interface Exporter<Item> {
  export(items: Item[], done: (result: ExportResult) => void): void;
  forceFlush?(): Promise<void>;
  shutdown(): Promise<void>;
}

/** Wraps an exporter and redacts each item, as the last step before its encoding. */
export const redacting = <Item>(
  exporter: Exporter<Item>,
  redactItem: (item: Item) => Item,
): Required<Exporter<Item>> => ({
  export: (items, done) => exporter.export(items.map(redactItem), done),
  forceFlush: async () => exporter.forceFlush?.(),
  shutdown: () => exporter.shutdown(),
});
