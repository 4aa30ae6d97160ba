import type { Demo } from '@faultline/demo';
import type { Bench } from '../bench';
import { Cleanup } from '../cleanup';
import { connections, perSecond } from '../hops/fire';
import { type Hop, hops } from '../hops/hop';
import { type Cost, measureInTurn, type Rounds } from '../hops/in-turn';
import { startBare, startWithSignals } from '../hops/server';
import { type SpanReceiver, startSpanReceiver } from '../hops/span-receiver';
import { sizeOf } from '../processes/process-table';
import type { Cell, Column } from '../report/report';
import { type Goods, stockGoods } from '../shop/goods';
import { startScratchShop, unlimited } from '../shop/scratch-shop';

/** CPU time is counted in hundredths of a second: a round has to take many of them. */
const rounds: Rounds = { warmUp: 8_000, requests: 4_000, rounds: 7 };
/** What full telemetry may cost at most, in times the bare server. */
const measured: Readonly<Record<string, number>> = { product: 1.8, cart: 2.1 };

/** What is added to a bare server, step by step. */
const steps = [
  { title: 'bare fastify', signals: [] },
  { title: '+ metrics', signals: ['metrics'] },
  { title: '+ logs', signals: ['metrics', 'logs'] },
  { title: '+ traces', signals: ['metrics', 'logs', 'traces'] },
  { title: '+ export of spans and logs', signals: ['metrics', 'logs', 'traces'], exports: true },
] as const;

interface Measured {
  costs: readonly Cost[];
  /** Bytes of each server after the load. */
  sizes: readonly number[];
}

const columns: readonly Column[] = [
  { title: 'Route' },
  { title: 'With' },
  { title: 'CPU, µs' },
  { title: 'Ratio', digits: 2 },
  { title: 'This step, µs' },
  { title: 'PSS, MB', digits: 1 },
];

export const telemetry: Bench = {
  name: 'telemetry',
  title: 'CPU and memory of telemetry, signal by signal',
  limitMinutes: 20,
  run: async ({ leftovers, progress }) => {
    const demo = await startScratchShop(leftovers, { environment: unlimited });
    const goods = await stockGoods(demo);
    const receiver = await startSpanReceiver(leftovers);
    const routes = hops.filter(({ service }) => service in measured);
    const rows: Cell[][] = [];
    const ratios: number[] = [];
    for (const hop of routes) {
      progress(`${hop.service} (${ratios.length + 1} of ${routes.length})`);
      const found = await measure(leftovers, demo, goods, hop, receiver);
      rows.push(...rowsOf(hop, found));
      ratios.push(found.costs.at(-1)?.ratio.median ?? Number.NaN);
    }
    const targets = routes.map(({ service, route }, index) => ({
      name: `${service} \`${route}\`, full telemetry`,
      value: ratios[index] ?? Number.NaN,
      atMost: measured[service] ?? Number.NaN,
      unit: '× bare fastify',
      digits: 2,
    }));
    return { method, tables: [{ columns, rows }], targets };
  },
};

const measure = async (
  outer: Cleanup,
  demo: Demo,
  goods: Goods,
  hop: Hop,
  receiver: SpanReceiver,
): Promise<Measured> => {
  const leftovers = new Cleanup();
  outer.add(() => leftovers.clear());
  const contestants = [];
  for (const step of steps) {
    const exports = 'exports' in step;
    const server =
      step.signals.length === 0
        ? await startBare(leftovers, demo, hop)
        : await startWithSignals(
            leftovers,
            demo,
            hop,
            step.signals,
            exports ? receiver.url : undefined,
          );
    contestants.push({ server, ...(exports && { afterwards: () => receiver.quiet() }) });
  }
  const costs = await measureInTurn(contestants, hop.request(goods), rounds);
  const sizes = await Promise.all(contestants.map(({ server }) => sizeOf([server])));
  await leftovers.clear();
  return { costs, sizes };
};

const rowsOf = ({ service, route }: Hop, { costs, sizes }: Measured): Cell[][] =>
  costs.map(({ microseconds, ratio }, index) => [
    `${service} \`${route}\``,
    steps[index]?.title ?? '',
    microseconds,
    ratio,
    microseconds.median - (costs[index - 1]?.microseconds.median ?? 0),
    (sizes[index] ?? 0) / 1e6,
  ]);

const method = [
  'User and kernel CPU time of the server process for each request, and its proportional set size after the load.',
  `${rounds.rounds} rounds of ${rounds.requests} requests at ${perSecond} a second over ${connections} keep-alive connections, the servers in turn in each round, after ${rounds.warmUp} requests to each; median (lowest–highest) over the rounds, ratios within a round. The heap is as in the images.`,
  'Each step is the same bare server with one more signal of libs/telemetry around it; every request is traced, logged to /dev/null, and in the last step exported by OTLP to a receiver that discards it.',
  'What the rest of the service kit costs (validation, deadlines, load shedding) is measured by `hops`.',
];
