import { setTimeout as delay } from 'node:timers/promises';
import type { Metrics } from '@faultline/telemetry';
import { type StoreName, stores } from '@faultline/topology';
import { Client } from 'pg';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import type { WatchedStore } from '../config';

const askEvery = 5_000;
const patienceMilliseconds = 1_500;
/** How long a value is true when the store cannot be asked any more. */
const trueFor = 15_000;

const Pressure = Type.Object({ connections: Type.Number(), waiting: Type.Integer() });
type Pressure = Type.Static<typeof Pressure>;

const pressure = `
  select count(*) filter (where backend_type = 'client backend')::float
           / (select setting::float from pg_settings where name = 'max_connections') as connections,
         count(*) filter (where wait_event_type = 'Lock')::int as waiting
  from pg_stat_activity`;

interface RunningGauges {
  close(): Promise<void>;
}

/**
 * Metrics of what only a PostgreSQL server knows: how many of its connections are used, and how many statements wait
 * for locks. It keeps one connection to each, so that it still sees one that accepts no more.
 */
export const startStoreGauges = (
  watched: readonly WatchedStore[],
  metrics: Pick<Metrics, 'gauge'>,
): RunningGauges => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const known = new Map<StoreName, { at: number; is: Pressure }>();

  const ask = async (client: Client): Promise<Pressure | undefined> => {
    const { rows } = await client.query(pressure);
    return Parse(Type.Array(Pressure), rows)[0];
  };

  /** Asks until the connection fails or the console stops. */
  const follow = async ({ name, url }: WatchedStore): Promise<void> => {
    const client = new Client({
      connectionString: url,
      application_name: 'faultline-console',
      connectionTimeoutMillis: patienceMilliseconds,
      statement_timeout: patienceMilliseconds,
      query_timeout: patienceMilliseconds,
    });
    // Without a listener, a connection that is lost would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      while (!signal.aborted) {
        const is = await ask(client);
        if (is) known.set(name, { at: Date.now(), is });
        await delay(askEvery, undefined, { signal });
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  };

  const watch = async (store: WatchedStore): Promise<void> => {
    while (!signal.aborted) {
      // What is wrong with the store is told by those who use it.
      await follow(store).catch(() => undefined);
      await delay(askEvery, undefined, { signal }).catch(() => undefined);
    }
  };

  const report = (read: (is: Pressure) => number) => (tell: Report) => {
    for (const [name, { at, is }] of known)
      if (Date.now() - at < trueFor) tell({ db_namespace: name }, read(is));
  };
  metrics.gauge(
    'postgres_connections_used_ratio',
    report(({ connections }) => connections),
  );
  metrics.gauge(
    'postgres_lock_waiters',
    report(({ waiting }) => waiting),
  );

  const running = watched.filter(({ name }) => stores[name].engine === 'postgresql').map(watch);
  return {
    close: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
};

type Report = (labels: { db_namespace: StoreName }, value: number) => void;
