import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { ConsoleStatus, consoleRoutes } from '@faultline/contracts/console';
import { smallHeap } from '@faultline/demo';
import { median, type Spread, spreadOf } from '@faultline/evidence';
import { freePort, proportionalSize } from '@faultline/stores';
import { type Remote, wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/umd/node-adapter.js';
import { Parse } from 'typebox/value';
import { type Bench, BenchError } from '../bench';
import type { Cleanup } from '../cleanup';
import type { AskingThread } from '../console/asking-thread';
import { ask, type Question, questionsOf } from '../console/questions';
import { TelemetryStream } from '../console/telemetry-stream';
import { startServer } from '../hops/server';
import { cpuSecondsOf } from '../processes/process-table';
import type { Report } from '../report/report';
import { workspaceRoot } from '../workspace';

const spansPerSecond = 10_000;
const fillSeconds = 100;
const sustainedSeconds = 600;
const rounds = 15;
const readEveryMs = 500;
const sampleEveryMs = 5_000;
const maxBytes = 350_000_000;

export const consoleBench: Bench = {
  name: 'console',
  title: 'The console with a million spans, and with 10,000 more each second',
  slow: true,
  limitMinutes: 20,
  run: async ({ leftovers, progress }) => {
    const { url, intake, pid } = await startConsole(leftovers);
    const stream = new TelemetryStream(intake);
    leftovers.add(() => stream.close());
    const since = Date.now();
    const questions = questionsOf(since, () => stream.traceIds());

    progress(`sending a million spans in ${fillSeconds} s`);
    await stream.run(spansPerSecond, fillSeconds, { logs: true });
    await allStored(url, stream.sent);
    const stored = await statusOf(url);
    const bytesOfMillion = await proportionalSize(pid);
    progress('asking, while nothing comes in');
    const quiet = await answersOf(url, pid, questions);

    progress(`sending ${spansPerSecond} spans a second for ${sustainedSeconds} s, and asking`);
    const sizes: number[] = [];
    const busy: number[] = [];
    const cpuBefore = await cpuSecondsOf(pid);
    const ended = new AbortController();
    const asking = startAsking(leftovers);
    const [trace] = questions;
    const overview = questions.at(-1);
    const readers = repeat(readEveryMs, ended.signal, async () => {
      for (const question of [trace, overview])
        if (question) busy.push(await asking.ask(url, question.target()));
    });
    const samples = repeat(sampleEveryMs, ended.signal, async () => {
      sizes.push(await proportionalSize(pid));
    });
    let seconds = 0;
    try {
      seconds = await stream.run(spansPerSecond, sustainedSeconds);
    } finally {
      ended.abort();
    }
    await Promise.all([readers, samples]);
    const cores = ((await cpuSecondsOf(pid)) - cpuBefore) / seconds;
    await allStored(url, stream.sent);
    const { dropped } = await statusOf(url);
    return reportOf({ stored, bytesOfMillion, quiet, busy, sizes, seconds, cores, dropped });
  },
};

const startConsole = async (leftovers: Cleanup) => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-bench-console-'));
  leftovers.add(() => rm(directory, { recursive: true, force: true }));
  const [port, adminPort, intakePort] = [await freePort(), await freePort(), await freePort()];
  const server = await startServer(leftovers, {
    title: 'the console',
    cwd: join(workspaceRoot, 'apps/console'),
    // The heap of the demo.
    arguments: [...smallHeap, 'dist/main.js'],
    environment: {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      ADMIN_PORT: String(adminPort),
      INTAKE_PORT: String(intakePort),
      CONSOLE_DIRECTORY: directory,
    },
    port,
    readyUrl: `http://127.0.0.1:${adminPort}/-/ready`,
  });
  return { ...server, intake: `http://127.0.0.1:${intakePort}` };
};

const startAsking = (leftovers: Cleanup): Remote<AskingThread> => {
  const worker = new Worker(join(__dirname, '../console/asking-thread.js'));
  leftovers.add(() => worker.terminate());
  return wrap<AskingThread>(nodeEndpoint(worker));
};

const statusOf = async (url: string): Promise<ConsoleStatus> =>
  Parse(ConsoleStatus, await (await fetch(`${url}${consoleRoutes.status.path}`)).json());

/** Waits until everything that was sent is stored or dropped. */
const allStored = async (url: string, sent: number): Promise<void> => {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const { received, spans, logs, dropped } = await statusOf(url);
    if (received === sent && spans + logs + dropped >= Math.min(sent, 1_000_000)) return;
    if (Date.now() > deadline)
      throw new BenchError(`of ${sent} spans ${received} came in, and ${spans} are stored`);
    await delay(200);
  }
};

const repeat = async (
  milliseconds: number,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> => {
  while (!signal.aborted) {
    await work();
    await delay(milliseconds, undefined, { signal }).catch(() => undefined);
  }
};

interface Answers extends Question {
  milliseconds: Spread;
  /** Milliseconds of CPU per answer, which other programs on the machine do not change much. */
  cpu: number;
}

const answersOf = async (
  url: string,
  pid: number,
  questions: readonly Question[],
): Promise<Answers[]> => {
  const answers: Answers[] = [];
  for (const question of questions) {
    const milliseconds: number[] = [];
    const before = await cpuSecondsOf(pid);
    for (let round = 0; round < rounds; round += 1)
      milliseconds.push(await ask(url, question.target()));
    const cpu = (((await cpuSecondsOf(pid)) - before) * 1000) / rounds;
    answers.push({ ...question, milliseconds: spreadOf(milliseconds), cpu });
  }
  return answers;
};

interface Figures {
  stored: ConsoleStatus;
  bytesOfMillion: number;
  quiet: readonly Answers[];
  busy: readonly number[];
  sizes: readonly number[];
  /** What the sustained load took. */
  seconds: number;
  cores: number;
  dropped: number;
}

const reportOf = ({
  stored,
  bytesOfMillion,
  quiet,
  busy,
  sizes,
  seconds,
  cores,
  dropped,
}: Figures): Report => {
  const third = Math.ceil(sizes.length / 3);
  const [first, last] = [sizes.slice(0, third), sizes.slice(-third)].map(median);
  return {
    method: [
      `A console of its own, with ${stored.spans} spans of 20 per trace and ${stored.logs} log records; each question is asked ${rounds} times over HTTP, the whole range each time.`,
      `Then ${spansPerSecond} spans a second for ${sustainedSeconds} s, while a trace and the overview are asked for every ${readEveryMs} ms.`,
    ],
    tables: [
      {
        title: 'With a million spans',
        columns: [
          { title: 'Question' },
          { title: 'ms', digits: 1 },
          { title: 'CPU, ms', digits: 1 },
        ],
        rows: quiet.map(({ name, milliseconds, cpu }) => [name, milliseconds, cpu]),
      },
      {
        title: 'While spans come in',
        columns: [
          { title: 'Spans a second' },
          { title: 'Cores', digits: 2 },
          { title: 'Dropped' },
          { title: 'Answer, ms', digits: 1 },
          { title: 'PSS first third, MB', digits: 1 },
          { title: 'PSS last third, MB', digits: 1 },
        ],
        rows: [
          [
            Math.round((spansPerSecond * sustainedSeconds) / seconds),
            cores,
            dropped,
            spreadOf(busy),
            (first ?? 0) / 1e6,
            (last ?? 0) / 1e6,
          ],
        ],
      },
    ],
    targets: [
      ...quiet.map(({ name, atMost, milliseconds }) => ({
        name,
        value: milliseconds.median,
        atMost,
        unit: 'ms',
        digits: 1,
      })),
      {
        name: `Time for ${sustainedSeconds} s of ${spansPerSecond} spans a second`,
        value: seconds,
        atMost: sustainedSeconds * 1.05,
        unit: 's',
      },
      { name: 'Spans dropped', value: dropped, atMost: 0, unit: '' },
      { name: 'Cores of the console', value: cores, atMost: 1, unit: '', digits: 2 },
      { name: 'Slowest answer meanwhile', value: Math.max(...busy), atMost: 100, unit: 'ms' },
      {
        name: 'Memory with a million spans',
        value: bytesOfMillion / 1e6,
        atMost: maxBytes / 1e6,
        unit: 'MB',
      },
      {
        name: 'Highest memory',
        value: Math.max(...sizes) / 1e6,
        atMost: maxBytes / 1e6,
        unit: 'MB',
      },
    ],
  };
};
