import { setTimeout as delay } from 'node:timers/promises';
import { prometheusRules } from '@faultline/dashboards';
import { type FaultKey, faultOf } from '@faultline/faults';
import { startLoad } from '@faultline/load';
import { startFanOut } from '@faultline/otlp';
import { defaultScrapeSeconds } from '@faultline/slo';
import {
  adminPortOffset,
  serviceNames,
  toolCollector,
  toolPort,
  toolUrl,
} from '@faultline/topology';
import { startLoki } from '../backends/loki';
import { eachService, startPrometheus } from '../backends/prometheus';
import { startShop } from '../start-shop';
import { findings, suspectsSince } from './detectors';
import { type QuietReport, watchHealthy } from './quiet';
import { type Observed, type Verdict, verdictsOn } from './verdicts';

/** The one factor by which the windows of burn rates are shorter: an hour becomes a minute. */
export const burnFactor = 60;

/** In milliseconds: how long a fault is on, and how long the shop may take to be quiet again. */
const onFor = 60_000;
const quietWithin = 180_000;
const lookEvery = 1_000;
const warmUp = 30_000;

export interface FaultReport {
  key: FaultKey;
  verdicts: readonly Verdict[];
  /** Whom the console suspects of its incident; undefined if it opened none. */
  suspects: readonly string[] | undefined;
  /** What was still said when it was switched on. */
  notQuiet: readonly string[];
}

export interface BakeOff {
  quiet: QuietReport | undefined;
  faults: readonly FaultReport[];
}

interface Options {
  keys: readonly FaultKey[];
  /** How long a healthy shop is watched before; 0 for not at all. */
  healthyMinutes: number;
  tell(line: string): void;
}

/**
 * Compares what detects faults: on a shop under load with its console, real Prometheus and real Loki, which have to
 * be on PATH. Leaves nothing behind.
 */
export const bakeOff = async ({ keys, healthyMinutes, tell }: Options): Promise<BakeOff> => {
  await using cleanup = new AsyncDisposableStack();
  const loki = await startLoki();
  cleanup.defer(loki.stop);
  const telemetry = await startFanOut();
  cleanup.defer(telemetry.stop);
  const shop = await startShop({ collector: telemetry.collector, console: true });
  cleanup.defer(shop.stop);
  const { demo, switches } = shop;
  telemetry.add(toolCollector('console', demo.portBase));
  telemetry.add({ logs: loki.logsUrl });
  const url = demo.url('web-gateway');
  const adminOfConsole = toolPort('console', demo.portBase) + adminPortOffset;
  const jobs = eachService({
    ...Object.fromEntries(serviceNames.map((name) => [name, demo.adminUrl(name)])),
    console: `http://127.0.0.1:${adminOfConsole}`,
  });
  const observersOf = (prometheus: Awaited<ReturnType<typeof startPrometheus>>) => ({
    prometheus,
    loki,
    console: toolUrl('console', demo.portBase),
  });

  const whileHealthy = async (): Promise<QuietReport> => {
    const prometheus = await startPrometheus({
      jobs,
      // As they are installed: a restart of a single instance is no outage to wake somebody up for.
      rules: prometheusRules(defaultScrapeSeconds),
    });
    try {
      const look = () => findings(observersOf(prometheus));
      const restart = async () => demo.kill('product', 'SIGTERM');
      return await watchHealthy({ url, look, restart }, healthyMinutes);
    } finally {
      await prometheus.stop();
    }
  };
  const quiet = healthyMinutes > 0 ? await whileHealthy() : undefined;
  if (quiet)
    tell(`healthy for ${healthyMinutes} minutes: ${quiet.falseAlarms.length} false alarms`);

  const prometheus = await startPrometheus({ jobs, rules: prometheusRules(1, burnFactor) });
  cleanup.defer(prometheus.stop);
  const load = startLoad({ url });
  cleanup.defer(async () => {
    await load.stop();
  });
  await delay(warmUp);
  const look = () => findings(observersOf(prometheus));

  const untilQuiet = async () => {
    const deadline = Date.now() + quietWithin;
    let said = await look();
    while (said.length > 0 && Date.now() < deadline) {
      await delay(lookEvery);
      said = await look();
    }
    return said;
  };

  const faults: FaultReport[] = [];
  for (const key of keys) {
    const before = await untilQuiet();
    const observed: Observed[] = [];
    const since = Date.now();
    await switches.on(key, {});
    while (Date.now() - since < onFor) {
      const said = await look();
      observed.push({ seconds: (Date.now() - since) / 1000, findings: said });
      await delay(lookEvery);
    }
    const suspects = await suspectsSince(observersOf(prometheus), since);
    await switches.off([key]);
    const { leavesBehind, service } = faultOf(key);
    if (leavesBehind) demo.kill(service, 'SIGTERM');
    const verdicts = verdictsOn(key, before, observed);
    const notQuiet = before.map(({ name }) => name);
    faults.push({ key, verdicts, suspects, notQuiet });
    const words = verdicts.map(
      ({ detector, blamed: [first], located }) =>
        `${detector} ${first ? `${first.seconds.toFixed(1)} s` : 'nothing'}${located ? `, located ${located.seconds.toFixed(1)} s` : ''}`,
    );
    tell(`${key}: ${words.join('; ')}; suspects ${suspects?.join(', ') ?? 'nobody'}`);
  }
  return { quiet, faults };
};
