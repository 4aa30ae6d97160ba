import { cpus } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Demo } from '@faultline/demo';
import { type LoadSnapshot, startLoad } from '@faultline/load';
import type { Bench } from '../bench';
import { processTable } from '../processes/process-table';
import type { Report } from '../report/report';
import { startScratchShop } from '../shop/scratch-shop';
import { shopProcesses } from '../shop/shop-processes';

const shoppers = 48;
const warmUpSeconds = 8;
const measuredSeconds = 30;
const graceSeconds = 15;
/** Far more than any machine serves: who leaves is followed at once, so `shoppers` are always in. */
const arrivals = 1_000;

export const journeys: Bench = {
  name: 'journeys',
  title: 'Journeys through all services',
  limitMinutes: 5,
  run: async ({ leftovers, progress }) => {
    const demo = await startScratchShop(leftovers);
    const load = startLoad({
      url: demo.url('web-gateway'),
      rate: arrivals,
      spacing: 'constant',
      thinkScale: 0,
      maxRunning: shoppers,
      windowSeconds: measuredSeconds,
      stopGraceSeconds: graceSeconds,
    });
    leftovers.add(() => load.stop());
    progress(`${shoppers} shoppers for ${warmUpSeconds} s, then measured for ${measuredSeconds} s`);
    await delay(warmUpSeconds * 1000);
    const before = { snapshot: load.snapshot(), usage: await usageOf(demo) };
    await delay(measuredSeconds * 1000);
    const after = { snapshot: load.snapshot(), usage: await usageOf(demo) };
    return reportOf(before, after, await load.stop());
  },
};

interface Usage {
  name: string;
  kind: string;
  cpuSeconds: number;
}

interface Moment {
  snapshot: LoadSnapshot;
  usage: Usage[];
}

const usageOf = async (demo: Demo): Promise<Usage[]> =>
  shopProcesses(demo, await processTable(), 'load and supervision').map(
    ({ name, kind, processes }) => ({
      name,
      kind,
      cpuSeconds: processes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    }),
  );

const reportOf = (before: Moment, after: Moment, end: LoadSnapshot): Report => {
  const seconds = after.snapshot.elapsedSeconds - before.snapshot.elapsedSeconds;
  const done = after.snapshot.totals.succeeded - before.snapshot.totals.succeeded;
  const rows = after.usage.map(({ name, kind, cpuSeconds }, index) => ({
    name,
    kind,
    cpuSeconds: cpuSeconds - (before.usage[index]?.cpuSeconds ?? 0),
  }));
  rows.sort((a, b) => b.cpuSeconds - a.cpuSeconds);
  const total = rows.reduce((sum, row) => sum + row.cpuSeconds, 0);
  const perJourney = (cpuSeconds: number) => (cpuSeconds / done) * 1000;
  const { p50, p95 } = after.snapshot.latency;
  const cores = cpus().length;
  return {
    method,
    tables: [
      {
        columns: [
          { title: 'Journeys a second', digits: 1 },
          { title: 'Journeys' },
          { title: 'Failed, whole run' },
          { title: 'p50 of requests, ms', digits: 1 },
          { title: 'p95 of requests, ms', digits: 1 },
          { title: `Cores used, of ${cores}`, digits: 2 },
          { title: 'CPU a journey, ms', digits: 1 },
          { title: 'Journeys a second if all cores were ours', digits: 1 },
        ],
        rows: [
          [
            done / seconds,
            done,
            end.totals.failed,
            p50,
            p95,
            total / seconds,
            perJourney(total),
            (cores * done) / total,
          ],
        ],
      },
      {
        title: 'CPU time by process',
        columns: [
          { title: 'Process' },
          { title: 'Kind' },
          { title: 'CPU a journey, ms', digits: 2 },
          { title: 'Share, %', digits: 1 },
        ],
        rows: rows.map(({ name, kind, cpuSeconds }) => [
          name,
          kind,
          perJourney(cpuSeconds),
          (cpuSeconds / total) * 100,
        ]),
      },
    ],
    targets: [{ name: 'Failed journeys', value: end.totals.failed, atMost: 0, unit: '' }],
  };
};

const method = [
  `${shoppers} shoppers at any time, with the mix of journeys of \`npm start\` and without time to think, each with a session and an address of their own: who leaves is followed by the next within a millisecond (startLoad with ${arrivals} arrivals a second, maxRunning ${shoppers}).`,
  `Measured for ${measuredSeconds} s after ${warmUpSeconds} s, with real stores that write to the disk; load and supervision share the machine with the shop.`,
];
