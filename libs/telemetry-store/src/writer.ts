import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Attributes, ReceivedLog, ReceivedSpan } from '@faultline/otlp';
import { openToWrite } from './schema';

export interface Batch {
  spans: readonly ReceivedSpan[];
  logs: readonly ReceivedLog[];
}

export interface Limits {
  /** Bytes that rows and indexes may take. */
  maxBytes: number;
  /** Milliseconds that a row is kept after its own time. */
  maxAge: number;
  /** Milliseconds that the time of a row may be ahead of this machine's clock; default a day. */
  maxAhead?: number;
}

export interface Writer {
  /** Writes all of it, or nothing; a span that is there already is left as it is. */
  append(batch: Batch): void;
  /**
   * Deletes what is too old or too much, the oldest first, a bounded number of rows, and resources that nothing refers to;
   * true when there is more to delete.
   */
  prune(limits: Limits, now?: number): boolean;
  close(): void;
}

/** Rows that one step of pruning deletes at most, so that writes do not wait long. */
const rowsPerStep = 2_000;

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
const microseconds = (milliseconds: number): number => Math.round(milliseconds * 1000);
const json = (value: readonly unknown[]): string | null =>
  value.length > 0 ? JSON.stringify(value) : null;

interface Summary {
  start: number;
  finish: number;
  spans: number;
  errors: number;
  rootResource: number | null;
  rootName: string | null;
}

const resourceIds = (database: DatabaseSync) => {
  const known = new Map<string, number>();
  const insert = database.prepare(
    'insert into resources (service, attributes) values (?, ?) on conflict do nothing',
  );
  const find = database.prepare('select id from resources where attributes = ?');
  return {
    of: (service: string, attributes: Attributes): number => {
      const text = JSON.stringify(attributes);
      const id = known.get(text);
      if (id !== undefined) return id;
      insert.run(service, text);
      const found = Number(find.get(text)?.id);
      known.set(text, found);
      return found;
    },
    // What a transaction that was rolled back has inserted is not there.
    forget: () => known.clear(),
  };
};

const inTransaction = (database: DatabaseSync, work: () => void): void => {
  database.exec('begin immediate');
  try {
    work();
    database.exec('commit');
  } catch (error) {
    // A full disk may have taken the transaction back already.
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
};

const summarise = (
  summaries: Map<string, Summary>,
  span: ReceivedSpan,
  resource: number,
  start: number,
  duration: number,
): void => {
  const finish = start + duration;
  const failed = span.status === 'ERROR' ? 1 : 0;
  const root = span.parentSpanId === '';
  const summary = summaries.get(span.traceId);
  if (!summary) {
    summaries.set(span.traceId, {
      start,
      finish,
      spans: 1,
      errors: failed,
      rootResource: root ? resource : null,
      rootName: root ? span.name : null,
    });
    return;
  }
  summary.start = Math.min(summary.start, start);
  summary.finish = Math.max(summary.finish, finish);
  summary.spans += 1;
  summary.errors += failed;
  if (root) Object.assign(summary, { rootResource: resource, rootName: span.name });
};

const pruning = (database: DatabaseSync) => {
  const oldest = {
    spans: database.prepare(
      'delete from spans where id in (select id from spans order by start limit ?)',
    ),
    logs: database.prepare(
      'delete from logs where id in (select id from logs order by time limit ?)',
    ),
  };
  const aged = {
    spans: database.prepare(
      'delete from spans where id in (select id from spans where start < ? order by start limit ?)',
    ),
    logs: database.prepare(
      'delete from logs where id in (select id from logs where time < ? order by time limit ?)',
    ),
  };
  const orphans = database.prepare(
    'delete from traces where start < ? and not exists (select 1 from spans where spans.trace = traces.trace)',
  );
  // The last one stays, so that its id is not given to another one while readers know it.
  const unusedResources = database.prepare(
    `delete from resources where id in (
       select id from resources
       where id < (select max(id) from resources)
         and not exists (select 1 from spans where spans.resource = resources.id)
         and not exists (select 1 from logs where logs.resource = resources.id)
         and id not in (select root_resource from traces where root_resource is not null)
       limit ?
     )`,
  );
  const ends = database.prepare(
    'select (select min(start) from spans) as spans, (select min(time) from logs) as logs',
  );
  const used = database.prepare(
    'select (page_count - freelist_count) * page_size as bytes from pragma_page_count, pragma_freelist_count, pragma_page_size',
  );
  const changesOf = (statement: StatementSync, ...values: number[]) =>
    Number(statement.run(...values).changes);

  return ({ maxBytes, maxAge }: Limits, now: number): { more: boolean; forget: boolean } => {
    const limit = microseconds(now - maxAge);
    let deleted =
      changesOf(aged.spans, limit, rowsPerStep) + changesOf(aged.logs, limit, rowsPerStep);
    const tooMuch = Number(used.get()?.bytes) > maxBytes;
    if (tooMuch && deleted === 0) {
      // Of the two kinds that which reaches further back gives way.
      const { spans, logs } = ends.get() ?? {};
      const logsFirst = logs !== null && (spans === null || Number(logs) < Number(spans));
      deleted = changesOf(logsFirst ? oldest.logs : oldest.spans, rowsPerStep);
    }
    if (deleted > 0) {
      const { spans } = ends.get() ?? {};
      orphans.run(spans === null ? Number.MAX_SAFE_INTEGER : Number(spans));
    }
    const more = deleted >= rowsPerStep || (tooMuch && deleted > 0);
    // Looked for after the last step.
    const forget = !more && changesOf(unusedResources, rowsPerStep) > 0;
    return { more, forget };
  };
};

/** Opens the store's file to write. Throws a StoreFileError when it cannot be used. */
export const openWriter = (file: string): Writer => {
  const database = openToWrite(file);
  const resources = resourceIds(database);
  const insertSpan = database.prepare(
    `insert into spans (trace, span, parent, resource, name, kind, start, duration, status)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
  );
  const insertDetails = database.prepare(
    'insert into span_details (id, attributes, events, links) values (?, ?, ?, ?)',
  );
  const insertLog = database.prepare(
    `insert into logs (time, resource, level, message, trace, span, attributes)
     values (?, ?, ?, ?, ?, ?, ?)`,
  );
  const upsertTrace = database.prepare(
    `insert into traces (trace, start, finish, spans, errors, root_resource, root_name)
     values (?, ?, ?, ?, ?, ?, ?)
     on conflict do update set
       start = min(start, excluded.start),
       finish = max(finish, excluded.finish),
       spans = spans + excluded.spans,
       errors = errors + excluded.errors,
       root_resource = coalesce(excluded.root_resource, root_resource),
       root_name = coalesce(excluded.root_name, root_name)`,
  );

  const appendSpans = (spans: readonly ReceivedSpan[]): void => {
    const summaries = new Map<string, Summary>();
    for (const span of spans) {
      const resource = resources.of(span.service, span.resource);
      const start = microseconds(span.start);
      // A clock that was set back makes an end before the start.
      const duration = Math.max(0, microseconds(span.end) - start);
      const { changes, lastInsertRowid } = insertSpan.run(
        bytes(span.traceId),
        bytes(span.spanId),
        bytes(span.parentSpanId),
        resource,
        span.name,
        span.kind,
        start,
        duration,
        span.status,
      );
      if (!changes) continue;
      insertDetails.run(
        lastInsertRowid,
        JSON.stringify(span.attributes),
        json(span.events),
        json(span.links),
      );
      summarise(summaries, span, resource, start, duration);
    }
    for (const [trace, summary] of summaries)
      upsertTrace.run(
        bytes(trace),
        summary.start,
        summary.finish,
        summary.spans,
        summary.errors,
        summary.rootResource,
        summary.rootName,
      );
  };

  const appendLogs = (logs: readonly ReceivedLog[]): void => {
    for (const log of logs)
      insertLog.run(
        microseconds(log.time),
        resources.of(log.service, log.resource),
        log.level,
        log.message,
        bytes(log.traceId),
        bytes(log.spanId),
        JSON.stringify(log.attributes),
      );
  };

  const prune = pruning(database);
  return {
    append: ({ spans, logs }) => {
      try {
        inTransaction(database, () => {
          appendSpans(spans);
          appendLogs(logs);
        });
      } catch (error) {
        resources.forget();
        throw error;
      }
    },
    prune: (limits, now = Date.now()) => {
      let pruned = { more: false, forget: false };
      inTransaction(database, () => {
        pruned = prune(limits, now);
      });
      if (pruned.forget) resources.forget();
      return pruned.more;
    },
    close: () => database.close(),
  };
};
