import { setTimeout as delay } from 'node:timers/promises';
import type { Bench } from '../bench';
import { processTable, sizeOf } from '../processes/process-table';
import { npmStart } from '../program/npm-start';
import type { Report } from '../report/report';
import { startedProcesses } from '../shop/started-processes';
import { workspaceRoot } from '../workspace';

const maxBytes = 800_000_000;
const longestMs = 60_000;
const everyMs = 2_000;

export const memory: Bench = {
  name: 'memory',
  title: 'Memory of the whole demo',
  limitMinutes: 4,
  run: async ({ leftovers, progress }) => {
    const readings: Reading[] = [];
    let seconds = 0;
    await npmStart({
      leftovers,
      cwd: workspaceRoot,
      limitSeconds: 90,
      meanwhile: async (npm) => {
        progress('the shop runs; waiting until its size is steady');
        const since = Date.now();
        do {
          await delay(everyMs);
          readings.push(await read(npm));
        } while (!isSteady(readings.map(({ bytes }) => bytes)) && Date.now() - since < longestMs);
        seconds = (Date.now() - since) / 1000;
      },
    });
    return reportOf(readings, seconds);
  },
};

interface Reading {
  bytes: number;
  parts: readonly { name: string; kind: string; processes: number; bytes: number }[];
}

const read = async (npm: number): Promise<Reading> => {
  const parts = await Promise.all(
    (await startedProcesses(npm, await processTable())).map(async ({ name, kind, processes }) => ({
      name,
      kind,
      processes: processes.length,
      bytes: await sizeOf(processes),
    })),
  );
  return { bytes: parts.reduce((sum, part) => sum + part.bytes, 0), parts };
};

const reportOf = (readings: readonly Reading[], seconds: number): Report => {
  const highest = Math.max(...readings.map(({ bytes }) => bytes));
  const { bytes = 0, parts = [] } = readings.at(-1) ?? {};
  const rows = [...parts].sort((a, b) => b.bytes - a.bytes);
  return {
    method: [
      'Proportional set size (PSS) of every process, from smaps_rollup: a page that processes share is divided among them.',
      `All that \`npm start\` has started, npm and the shoppers included, ${Math.round(seconds)} s after it was ready; this bench is none of it. A store counts with the processes of its connections.`,
    ],
    tables: [
      {
        columns: [
          { title: 'Part' },
          { title: 'Kind' },
          { title: 'Processes' },
          { title: 'PSS, MB', digits: 1 },
        ],
        rows: [
          ...rows.map((part) => [part.name, part.kind, part.processes, part.bytes / 1e6]),
          ['sum', '', rows.reduce((sum, part) => sum + part.processes, 0), bytes / 1e6],
        ],
      },
    ],
    targets: [
      { name: 'Highest sum seen', value: highest / 1e6, atMost: maxBytes / 1e6, unit: 'MB' },
    ],
  };
};

const readings = 8;
const tolerance = 0.01;

/** Whether the last readings, enough of them, lie within a hundredth of each other. */
export const isSteady = (values: readonly number[]): boolean => {
  const last = values.slice(-readings);
  return last.length === readings && Math.max(...last) <= Math.min(...last) * (1 + tolerance);
};
