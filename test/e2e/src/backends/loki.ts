import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@faultline/stores';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import type { TimeRange } from '../dashboards/interpolate';
import { type Backend, startTool } from './tool';

export interface LokiLine {
  text: string;
  /** Stream labels and structured metadata, in Loki's spelling. */
  labels: Readonly<Record<string, string>>;
}

export interface Loki extends Backend {
  /** Where it takes logs by OTLP/HTTP. */
  logsUrl: string;
  query(logql: string): Promise<LokiLine[]>;
  /** How many lines or values a query has over a range, in seconds since 1970. */
  countRange(logql: string, range: TimeRange, step: number): Promise<number>;
  /** How many series a query has at the end of a range. */
  countNow(logql: string, range: TimeRange): Promise<number>;
  /** The alerts that fire according to its ruler. */
  firing(): Promise<FiringLogAlert[]>;
  /** Whether its ruler has evaluated all rules since a moment (ms since 1970), without an error. */
  hasEvaluatedSince(moment: number): Promise<boolean>;
}

export interface FiringLogAlert {
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** What the ruler evaluates, and the address of the Alertmanager that hears of it. */
interface Ruled {
  rules: string;
  alertmanager: string;
}

const Streams = Type.Object({
  data: Type.Object({
    result: Type.Array(
      Type.Object({
        stream: Type.Record(Type.String(), Type.String()),
        values: Type.Array(Type.Tuple([Type.String(), Type.String()])),
      }),
    ),
  }),
});

const Results = Type.Object({
  data: Type.Object({
    result: Type.Array(Type.Object({ values: Type.Optional(Type.Array(Type.Unknown())) })),
  }),
});

const Alert = Type.Object({
  labels: Type.Record(Type.String(), Type.String()),
  state: Type.String(),
  value: Type.String(),
});

const Rule = Type.Object({
  health: Type.String(),
  lastEvaluation: Type.String(),
  alerts: Type.Array(Alert),
});

const Groups = Type.Object({
  data: Type.Object({ groups: Type.Array(Type.Object({ rules: Type.Array(Rule) })) }),
});

/** The tenant of a Loki without tenants. */
const tenant = 'fake';

const ruler = (directory: string, { rules, alertmanager }: Ruled) => {
  const folder = join(directory, 'rules');
  mkdirSync(join(folder, tenant), { recursive: true });
  writeFileSync(join(folder, tenant, 'faultline.yaml'), rules);
  return {
    storage: { type: 'local', local: { directory: folder } },
    rule_path: join(directory, 'ruler'),
    alertmanager_url: alertmanager,
    enable_api: true,
  };
};

const configuration = (directory: string, port: number, grpcPort: number) => ({
  auth_enabled: false,
  server: {
    http_listen_address: '127.0.0.1',
    http_listen_port: port,
    grpc_listen_address: '127.0.0.1',
    grpc_listen_port: grpcPort,
    log_level: 'warn',
  },
  common: {
    path_prefix: directory,
    instance_addr: '127.0.0.1',
    replication_factor: 1,
    ring: { kvstore: { store: 'inmemory' } },
    storage: {
      filesystem: {
        chunks_directory: `${directory}/chunks`,
        rules_directory: `${directory}/rules`,
      },
    },
  },
  ingester: { lifecycler: { min_ready_duration: '0s' } },
  schema_config: {
    configs: [
      {
        from: '2024-01-01',
        store: 'tsdb',
        object_store: 'filesystem',
        schema: 'v13',
        index: { prefix: 'index_', period: '24h' },
      },
    ],
  },
  analytics: { reporting_enabled: false },
});

/** A Loki; with rules, its ruler evaluates them. */
export const startLoki = async (ruled?: Ruled): Promise<Loki> => {
  const { addresses, ...backend } = await startTool(async () => {
    const [port, grpcPort] = [await freePort(), await freePort()];
    const url = `http://127.0.0.1:${port}`;
    return {
      command: 'loki',
      configuration: (directory) =>
        JSON.stringify({
          ...configuration(directory, port, grpcPort),
          ...(ruled && { ruler: ruler(directory, ruled) }),
        }),
      arguments: (file) => [`-config.file=${file}`],
      readyUrl: `${url}/ready`,
      addresses: { url },
    };
  });
  const results = async (path: 'query' | 'query_range', parameters: Record<string, string>) => {
    const response = await fetch(
      `${addresses.url}/loki/api/v1/${path}?${new URLSearchParams(parameters)}`,
    );
    if (!response.ok) throw new Error(`Loki: ${await response.text()}`);
    return Parse(Results, await response.json()).data.result;
  };
  const rules = async () => {
    const response = await fetch(`${addresses.url}/prometheus/api/v1/rules`);
    if (!response.ok) throw new Error(`Loki: ${await response.text()}`);
    return Parse(Groups, await response.json()).data.groups.flatMap((group) => group.rules);
  };
  const nanoseconds = (seconds: number): string => `${Math.round(seconds * 1000)}000000`;
  return {
    ...backend,
    logsUrl: `${addresses.url}/otlp/v1/logs`,
    query: async (query) => {
      const parameters = new URLSearchParams({ query, since: '1h', limit: '1000' });
      const response = await fetch(`${addresses.url}/loki/api/v1/query_range?${parameters}`);
      if (!response.ok) throw new Error(`Loki: ${await response.text()}`);
      const { data } = Parse(Streams, await response.json());
      return data.result.flatMap(({ stream, values }) =>
        values.map(([, text]) => ({ text, labels: stream })),
      );
    },
    countRange: async (query, { from, to }, step) => {
      const found = await results('query_range', {
        query,
        start: nanoseconds(from),
        end: nanoseconds(to),
        step: `${step}s`,
        limit: '1000',
      });
      return found.flatMap(({ values = [] }) => values).length;
    },
    countNow: async (query, { to }) =>
      (await results('query', { query, time: nanoseconds(to) })).length,
    firing: async () =>
      (await rules())
        .flatMap(({ alerts }) => alerts)
        .filter(({ state }) => state === 'firing')
        .map(({ labels, value }) => ({ labels, value: Number(value) })),
    hasEvaluatedSince: async (moment) => {
      const all = await rules();
      return (
        all.length > 0 &&
        all.every(
          ({ health, lastEvaluation }) => health === 'ok' && Date.parse(lastEvaluation) >= moment,
        )
      );
    },
  };
};
