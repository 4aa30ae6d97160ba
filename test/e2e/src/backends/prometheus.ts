import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@faultline/stores';
import { type Static, type TSchema, Type } from 'typebox';
import { Parse } from 'typebox/value';
import type { TimeRange } from '../dashboards/interpolate';
import { type Backend, startTool } from './tool';

const Labels = Type.Record(Type.String(), Type.String());
const HttpResponse = Type.Object({
  data: Type.Optional(Type.Unknown()),
  error: Type.Optional(Type.String()),
});
const Targets = Type.Object({
  activeTargets: Type.Array(
    Type.Object({ health: Type.String(), lastError: Type.String(), labels: Labels }),
  ),
});
const Vector = Type.Object({
  result: Type.Array(
    Type.Object({ metric: Labels, value: Type.Tuple([Type.Number(), Type.String()]) }),
  ),
});
const Values = Type.Object({
  result: Type.Array(
    Type.Object({ values: Type.Array(Type.Tuple([Type.Number(), Type.String()])) }),
  ),
});
const Rule = Type.Object({
  name: Type.String(),
  health: Type.String(),
  lastError: Type.Optional(Type.String()),
});
const Groups = Type.Object({ groups: Type.Array(Type.Object({ rules: Type.Array(Rule) })) });
const Exemplars = Type.Array(
  Type.Object({
    exemplars: Type.Array(Type.Object({ labels: Type.Object({ trace_id: Type.String() }) })),
  }),
);

export type PrometheusTarget = Static<typeof Targets>['activeTargets'][number];

export interface PrometheusSample {
  metric: Readonly<Record<string, string>>;
  value: number;
}

export interface Prometheus extends Backend {
  remoteWriteUrl: string;
  targets(): Promise<PrometheusTarget[]>;
  query(expression: string): Promise<PrometheusSample[]>;
  /** How many values other than NaN a query has over a range, in seconds since 1970. */
  countRange(expression: string, range: TimeRange, step: number): Promise<number>;
  /** The values that a label has on the series of a selector. */
  labelValues(label: string, selector: string, range: TimeRange): Promise<string[]>;
  /** The error of each rule by its name; empty if it was evaluated. */
  ruleErrors(): Promise<Readonly<Record<string, string>>>;
  /** The trace ids of the exemplars that a selector finds. */
  exemplars(selector: string): Promise<string[]>;
}

interface Options {
  /** The entries of `scrape_configs`. */
  jobs: readonly object[];
  /** The content of a rule file. */
  rules?: string;
  /** The address of an Alertmanager that hears of its alerts. */
  alertmanager?: string;
  /** Where it listens, if others know that already. */
  port?: number;
}

/** One job for each service's admin server. */
export const eachService = (services: Readonly<Record<string, string>>): object[] =>
  Object.entries(services).map(([service, adminUrl]) => ({
    job_name: service,
    static_configs: [{ targets: [new URL(adminUrl).host] }],
  }));

/** A Prometheus that scrapes every second, and evaluates rules. */
export const startPrometheus = async ({
  jobs,
  rules = 'groups: []',
  alertmanager,
  port,
}: Options): Promise<Prometheus> => {
  const { addresses, ...backend } = await startTool(async () => {
    const url = `http://127.0.0.1:${port ?? (await freePort())}`;
    return {
      command: 'prometheus',
      // JSON is valid YAML.
      configuration: (directory) => {
        writeFileSync(join(directory, 'rules.yaml'), rules);
        return JSON.stringify({
          global: { scrape_interval: '1s' },
          rule_files: [join(directory, 'rules.yaml')],
          scrape_configs: jobs,
          ...(alertmanager !== undefined && {
            alerting: {
              alertmanagers: [{ static_configs: [{ targets: [new URL(alertmanager).host] }] }],
            },
          }),
        });
      },
      arguments: (file, directory) => [
        `--config.file=${file}`,
        `--storage.tsdb.path=${directory}/data`,
        `--web.listen-address=${new URL(url).host}`,
        '--enable-feature=exemplar-storage',
        '--web.enable-remote-write-receiver',
      ],
      readyUrl: `${url}/-/ready`,
      addresses: { url },
    };
  });
  const get = async <Data extends TSchema>(
    shape: Data,
    path: string,
    parameters: Record<string, string> = {},
  ): Promise<Static<Data>> => {
    const response = await fetch(
      `${addresses.url}/api/v1/${path}?${new URLSearchParams(parameters)}`,
    );
    const { data, error } = Parse(HttpResponse, await response.json());
    if (!response.ok) throw new Error(`Prometheus: ${error}`);
    return Parse(shape, data);
  };
  return {
    ...backend,
    remoteWriteUrl: `${addresses.url}/api/v1/write`,
    targets: async () => (await get(Targets, 'targets')).activeTargets,
    query: async (query) => {
      const { result } = await get(Vector, 'query', { query });
      return result.map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
    },
    countRange: async (query, { from, to }, step) => {
      const { result } = await get(Values, 'query_range', {
        query,
        start: String(from),
        end: String(to),
        step: String(step),
      });
      return result.flatMap(({ values }) => values.filter(([, value]) => value !== 'NaN')).length;
    },
    labelValues: (label, selector, { from, to }) =>
      get(Type.Array(Type.String()), `label/${label}/values`, {
        'match[]': selector,
        start: String(from),
        end: String(to),
      }),
    ruleErrors: async () => {
      const { groups } = await get(Groups, 'rules');
      const rules = groups.flatMap((group) => group.rules);
      return Object.fromEntries(
        rules.map(({ name, health, lastError = health }) => [
          name,
          health === 'ok' ? '' : lastError,
        ]),
      );
    },
    exemplars: async (query) => {
      const now = Date.now() / 1000;
      const series = await get(Exemplars, 'query_exemplars', {
        query,
        start: String(now - 600),
        end: String(now + 60),
      });
      return series.flatMap(({ exemplars }) => exemplars.map(({ labels }) => labels.trace_id));
    },
  };
};
