import type { Bench } from '../bench';
import { connections, perSecond } from '../hops/fire';
import { hops as allHops } from '../hops/hop';
import type { Rounds } from '../hops/in-turn';
import { type HopCost, measureHop } from '../hops/measure-hop';
import { startSpanReceiver } from '../hops/span-receiver';
import type { Cell, Column } from '../report/report';
import { stockGoods } from '../shop/goods';
import { startScratchShop, unlimited } from '../shop/scratch-shop';

/** CPU time is counted in hundredths of a second: a round has to take many of them. */
const rounds: Rounds = { warmUp: 2_000, requests: 3_000, rounds: 7 };

const columns: readonly Column[] = [
  { title: 'Hop' },
  { title: 'Asks' },
  { title: 'Bare fastify, µs' },
  { title: 'Service, µs' },
  { title: 'Ratio', digits: 2 },
  { title: 'With export, µs' },
  { title: 'Ratio', digits: 2 },
  { title: 'Spans a request', digits: 1 },
];

export const hops: Bench = {
  name: 'hops',
  title: 'CPU a request of each hop, against bare fastify',
  limitMinutes: 30,
  run: async ({ leftovers, progress }) => {
    const demo = await startScratchShop(leftovers, { environment: unlimited });
    const goods = await stockGoods(demo);
    const receiver = await startSpanReceiver(leftovers);
    const rows: Cell[][] = [];
    for (const hop of allHops) {
      progress(`${hop.service} (${rows.length + 1} of ${allHops.length})`);
      const cost = await measureHop(leftovers, demo, goods, hop, receiver, rounds);
      rows.push([`${hop.service} \`${hop.route}\``, hop.asks, ...cells(cost)]);
    }
    return { method, tables: [{ columns, rows }], targets: [] };
  },
};

const cells = ({ bare, service, exporting, spans }: HopCost): Cell[] => [
  bare.microseconds,
  service.microseconds,
  service.ratio,
  exporting.microseconds,
  exporting.ratio,
  spans,
];

const method = [
  'User and kernel CPU time of the server process for each request.',
  `${rounds.rounds} rounds of ${rounds.requests} requests at ${perSecond} a second over ${connections} keep-alive connections, the three servers in turn in each round, after ${rounds.warmUp} requests to each; median (lowest–highest) over the rounds, ratios within a round.`,
  'The bare server asks the same store or service the same thing and answers the same JSON, without checks, logs, metrics, traces, deadlines or retries.',
  'Services run as in production, log to /dev/null and trace every request; with export they send all spans to a receiver that discards them.',
];
