import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientOf } from '@faultline/contracts';
import { consoleRoutes } from '@faultline/contracts/console';
import { callerOf } from '@faultline/contracts/testing';
import { type BoardQuery, boardQueries, prometheusRules, spanQueries } from '@faultline/dashboards';
import { type Load, startLoad } from '@faultline/load';
import {
  adminPortOffset,
  defaultInstallation,
  type ServiceName,
  serviceNames,
  toolPort,
} from '@faultline/topology';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startJaeger } from '../src/backends/jaeger';
import { startLoki } from '../src/backends/loki';
import { eachService, startPrometheus } from '../src/backends/prometheus';
import { ask, type Backends, choices } from '../src/dashboards/ask';
import { interpolate, type TimeRange, type VariableValues } from '../src/dashboards/interpolate';
import { type Outcome, report } from '../src/dashboards/report';
import { k6TestTimeout, runK6, whyNoK6 } from '../src/k6';
import { startShop } from '../src/start-shop';

/** A dashboard is useful within this time, in seconds. */
const promised = 60;

const within = { timeout: promised * 1000, interval: 1_000 };
const queries = boardQueries();

let shop: Awaited<ReturnType<typeof startShop>>;
let load: Load;
let backends: Backends;
/** When everything ran, in milliseconds. */
let start: number;
let consoleUrl: string;
/** The queries that have had data. */
const seen = new Set<string>();

beforeAll(async () => {
  const loki = await startLoki();
  const jaeger = await startJaeger();
  shop = await startShop({
    collector: { traces: jaeger.tracesUrl, logs: loki.logsUrl },
    console: true,
  });
  const console = `http://127.0.0.1:${toolPort('console', shop.demo.portBase) + adminPortOffset}`;
  const prometheus = await startPrometheus({
    jobs: eachService({
      ...Object.fromEntries(serviceNames.map((name) => [name, shop.demo.adminUrl(name)])),
      console,
    }),
    // An hour of the burn rates is a minute.
    rules: prometheusRules(1, 60),
  });
  consoleUrl = `http://127.0.0.1:${toolPort('console', shop.demo.portBase)}`;
  backends = { prometheus, loki, jaeger };
  load = startLoad({ url: shop.demo.url('web-gateway') });
  start = Date.now();
});

afterAll(async () => {
  await load?.stop();
  await shop?.stop();
  for (const each of Object.values(backends ?? {})) await each.stop();
});

/** The last 15 minutes, which is what most dashboards show at first. */
const lately = (): TimeRange => ({ from: Date.now() / 1000 - 900, to: Date.now() / 1000 });

const everything = { chosen: [], pattern: '.+' };

interface Choice {
  service?: ServiceName;
  level?: 'info' | 'error';
}

/** What is chosen at first, with one of the services where only one can be chosen. */
const valuesFor = (
  { board }: BoardQuery,
  { service = 'product', level = 'info' }: Choice = {},
): VariableValues => ({
  installation: { chosen: [defaultInstallation] },
  service: board === 'service' ? { chosen: [service] } : everything,
  store: everything,
  level: { chosen: [level] },
  price: { chosen: ['0.50'] },
});

const isVariable = ({ asks }: BoardQuery): boolean => asks.startsWith('variable ');

const outcomeOf = async (query: BoardQuery): Promise<Outcome> => {
  try {
    const found = isVariable(query)
      ? (await choices(backends, query, valuesFor(query), lately())).length
      : await ask(backends, query, valuesFor(query), lately());
    const seconds = found > 0 ? Math.round((Date.now() - start) / 1000) : undefined;
    if (found > 0) seen.add(query.text);
    return { query, seconds, error: undefined };
  } catch (error) {
    return { query, seconds: undefined, error: String(error) };
  }
};

/** Asks until every query that must have data has some, or the time is over; each is asked again until it has. */
const askAll = async (asked: readonly BoardQuery[]): Promise<readonly Outcome[]> => {
  let outcomes: readonly Outcome[] = asked.map((query) => ({
    query,
    seconds: undefined,
    error: undefined,
  }));
  const missing = () =>
    outcomes.filter(({ query, seconds }) => seconds === undefined && query.emptyWhen === undefined);
  await expect
    .poll(async () => {
      const next: Outcome[] = [];
      for (const each of outcomes)
        next.push(each.seconds === undefined ? await outcomeOf(each.query) : each);
      outcomes = next;
      return missing().length;
    }, within)
    .toBe(0)
    .catch(() => undefined);
  return outcomes;
};

/** Waits until each query of some panels has data. */
const expectData = async (titles: readonly string[], choice?: Choice): Promise<void> => {
  for (const title of titles) {
    const asked = queries.filter(({ board, asks }) => `${board}: ${asks}` === title);
    expect(asked, title).not.toEqual([]);
    for (const query of asked) {
      await expect
        .poll(() => ask(backends, query, valuesFor(query, choice), lately()), {
          ...within,
          message: title,
        })
        .toBeGreaterThan(0);
      seen.add(query.text);
    }
  }
};

/** The panels of what only the console measures, but for those of incidents that are over. */
const ofConsole = queries
  .filter(({ emptyWhen }) => /console|half an hour/.test(emptyWhen ?? ''))
  .map(({ board, asks }) => `${board}: ${asks}`)
  .filter((title) => !/MTT[AR]$/.test(title));

describe('the dashboards', () => {
  it(
    'get an answer to every query within a minute, and data unless they say when there is none',
    async () => {
      const outcomes = await askAll(queries);
      const text = report(outcomes);
      await writeFile(join(__dirname, '../../../.test-results/dashboards.txt'), `${text}\n`);
      console.log(text);
      expect(outcomes.filter(({ error }) => error !== undefined)).toEqual([]);
      expect(
        outcomes
          .filter(({ query, seconds }) => seconds === undefined && query.emptyWhen === undefined)
          .map(({ query }) => `${query.board}: ${query.asks}`),
      ).toEqual([]);
    },
    promised * 3_000,
  );

  it('offer the services and stores of the topology to choose from', async () => {
    const offered = async (name: string) => {
      const query = queries.find(({ asks }) => asks === `variable ${name}`);
      return query && choices(backends, query, valuesFor(query), lately());
    };
    expect(await offered('installation')).toEqual([defaultInstallation]);
    expect(await offered('service')).toEqual(expect.arrayContaining([...serviceNames]));
    expect(await offered('store')).toContain('product-data');
  });

  it('show what only some services have', { timeout: promised * 2_000 }, async () => {
    await expectData([
      'service: Operations on stores',
      'service: Operations that fail',
      'service: Duration of operations: p95',
      'service: Saturation: connections of its pool',
      'service: Requests by product',
      'service: Duration by product: p95',
      'stores: Log lines of the servers',
    ]);
    await expectData(
      [
        'service: Calls to other services',
        'service: Calls that fail',
        'service: Duration of calls: p95',
      ],
      { service: 'api-gateway' },
    );
  });

  it('lead from a line of a store to its detail', async () => {
    const lines = '{service_name="product-data"} | store="product-data"';
    await expect
      .poll(() => backends.loki.countRange(lines, lately(), 1), within)
      .toBeGreaterThan(0);
  });

  it('show what the console measures', { timeout: promised * 2_000 }, async () => {
    expect(ofConsole.length).toBeGreaterThan(10);
    await expectData(ofConsole);
  });

  it.each(spanQueries)('lead from a span to metrics: $name', async ({ name, query }) => {
    const promql = interpolate(
      query.replace('$__tags', 'service_name="api-gateway"'),
      {},
      lately(),
      1,
    );
    const found = async () => (await backends.prometheus.query(promql)).length;
    if (name === 'Requests that fail') await found();
    else await expect.poll(found, within).toBeGreaterThan(0);
  });

  it.skipIf(whyNoK6 !== undefined)(
    `show a load test${whyNoK6 === undefined ? '' : ` (skipped: ${whyNoK6})`}`,
    { timeout: k6TestTimeout },
    async () => {
      const settings = {
        BASE_URL: shop.demo.url('web-gateway'),
        ROUNDS: '3',
        K6_PROMETHEUS_RW_SERVER_URL: backends.prometheus.remoteWriteUrl,
        K6_PROMETHEUS_RW_TREND_STATS: 'p(95)',
        K6_PROMETHEUS_RW_PUSH_INTERVAL: '1s',
      };
      const { exitCode, output } = await runK6(
        'smoke',
        settings,
        '-o',
        'experimental-prometheus-rw',
      );
      expect(exitCode, output).toBe(0);
      await expectData([
        'outside: Journeys',
        'outside: Requests by status',
        'outside: Duration by step: p95',
        'outside: Checks',
        'outside: Purchases that the shop did not settle',
        'outside: Virtual users',
      ]);
    },
  );

  it('show what fails, and that an alert fires', { timeout: promised * 5_000 }, async () => {
    await shop.switches.on('searchSql', {});
    await expectData(
      [
        'service: Traces with an error',
        'service: Log lines',
        'stores: Errors by type',
        'logs: Errors by message',
        'releases: Lines of errors by version',
        'overview: annotation Alerts',
      ],
      { level: 'error' },
    );
    const client = clientOf(consoleRoutes, callerOf(consoleUrl));
    const incidents = async () => (await client.incidents({ query: {} })).items;
    await expect.poll(async () => (await incidents()).length, within).toBeGreaterThan(0);
    for (const { id } of await incidents())
      await client.acknowledgeIncident({ params: { id }, body: { by: 'ada' } });
    await shop.switches.off(['searchSql']);
    await expectData(['executive: MTTA', 'executive: MTTR']);
    await shop.switches.on('productCalculation', {});
    await expectData(['service: Fail, by product']);
    await shop.switches.off(['productCalculation']);
  });

  it('show what is slow', { timeout: promised * 3_000 }, async () => {
    await shop.switches.on('lockContention', {});
    await expectData(['service: Slow traces', 'stores: Slow statements']);
    await shop.switches.off(['lockContention']);
  });

  it('have all had data, but for what needs a program that is not here', () => {
    const without = queries.filter(({ text }) => !seen.has(text)).map(({ asks }) => asks);
    const ofK6 = queries.filter(({ emptyWhen }) => emptyWhen?.includes('k6'));
    expect(without).toEqual([
      ...(whyNoK6 === undefined ? [] : ofK6.map(({ asks }) => asks)),
      'Where its time goes',
    ]);
  });
});
