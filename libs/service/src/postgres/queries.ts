import {
  type ClientSpan,
  describeOperation,
  describeSql,
  type Logger,
  type Metrics,
  observeStore,
  type SlowOperation,
  type StoreOperation,
} from '@faultline/telemetry';
import type { PoolClient } from 'pg';
import type { Connections } from './connections';
import { postgresErrorType } from './errors';
import { rowsOf } from './rows';
import type { Transaction } from './transaction';

interface Observed {
  name: string;
  url: string;
  log: Logger;
  metrics: Metrics;
  slowMilliseconds: number;
}

/** Shorter waits are the normal time to get an idle connection. */
const noticeableWait = 1;

/** Runs statements on a pool or in a transaction, with a span and an observation each. */
export interface Queries {
  pooled(connections: Connections): Transaction;
  within(client: PoolClient): Transaction;
}

type Result = { rows: unknown[] };
type Run = (client: PoolClient) => Promise<Result>;
type Send = (span: ClientSpan, run: Run) => Promise<Result>;

/** Runs one statement on a connection of the pool; a wait for the connection is an event of the span. */
const onPool = async (connections: Connections, span: ClientSpan, run: Run): Promise<Result> => {
  const start = performance.now();
  const client = await connections.acquire();
  const waited = performance.now() - start;
  if (waited >= noticeableWait)
    span.event('db.client.connection.acquired', { 'db.client.connection.wait_ms': waited });
  try {
    const result = await run(client);
    connections.release(client);
    return result;
  } catch (error) {
    connections.release(client, error);
    throw error;
  }
};

export const observedQueries = (connection: Observed): Queries => {
  const { name, log, metrics, slowMilliseconds } = connection;
  const url = new URL(connection.url);
  const known = new Map<string, StoreOperation>();

  /** Cached, because statements are few and fixed. */
  const operationOf = (text: string): StoreOperation => {
    const described = known.get(text) ?? describeQuery(text);
    known.set(text, described);
    return described;
  };
  const describeQuery = (text: string): StoreOperation =>
    describeOperation({ system: 'postgresql', store: name, url, text, ...describeSql(text) });

  const observer = {
    metrics,
    slowMilliseconds,
    errorType: postgresErrorType,
    logSlow: (operation: SlowOperation) => log.info(operation, 'postgres-query-slow'),
  };
  const over = (send: Send): Transaction => {
    const observed = (text: string, values?: readonly unknown[]): Promise<Result> =>
      observeStore(observer, operationOf(text), (span) =>
        send(span, (client) => client.query(text, values && [...values])),
      );
    return {
      query: async (text, values) => {
        await observed(text, values);
      },
      rows: async (shape, text, values) => {
        const { rows } = await observed(text, values);
        return rowsOf(name, shape, rows);
      },
    };
  };
  return {
    pooled: (connections) => over((span, run) => onPool(connections, span, run)),
    within: (client) => over((_span, run) => run(client)),
  };
};
