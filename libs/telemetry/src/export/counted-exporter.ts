import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import type { ExportCounts } from './export-counts';

type Export<Item> = (items: Item[], done: (result: ExportResult) => void) => void;

/** Counts what an exporter gets through and what it does not. */
export const countedExport =
  <Item>(send: Export<Item>, counts: ExportCounts): Export<Item> =>
  (items, done) =>
    send(items, (result) => {
      counts[result.code === ExportResultCode.SUCCESS ? 'exported' : 'failed'] += items.length;
      done(result);
    });
