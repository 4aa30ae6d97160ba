import { setTimeout as delay } from 'node:timers/promises';
import { prometheusRules } from '@faultline/dashboards';
import { type FaultKey, faultOf } from '@faultline/faults';
import { startLoad } from '@faultline/load';
import { findings, suspectsSince } from './detectors';
import { watchHealthyShop } from './healthy-shop';
import type { QuietReport } from './quiet';
import { type Observed, type Verdict, verdictsOn } from './verdicts';
import { startWatchedShop } from './watched-shop';

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
  /** Seconds from the switch until Slack was told. */
  told: number | undefined;
  /** Seconds from the end of the fault until Slack was told that all of it was over. */
  resolved: number | undefined;
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
 * Compares what detects faults: on a shop under load with its console, and real Prometheus, Alertmanager and Loki, which
 * have to be on PATH. Leaves nothing behind.
 */
export const bakeOff = async ({ keys, healthyMinutes, tell }: Options): Promise<BakeOff> => {
  const quiet = healthyMinutes > 0 ? await watchHealthyShop(healthyMinutes, burnFactor) : undefined;
  if (quiet)
    tell(`healthy for ${healthyMinutes} minutes: ${quiet.falseAlarms.length} false alarms`);
  return { quiet, faults: keys.length > 0 ? await tryFaults(keys, tell) : [] };
};

const tryFaults = async (
  keys: readonly FaultKey[],
  tell: Options['tell'],
): Promise<FaultReport[]> => {
  await using cleanup = new AsyncDisposableStack();
  const shop = await startWatchedShop();
  cleanup.defer(shop.stop);
  const { demo, switches, slack } = shop;
  const prometheus = await shop.prometheus(prometheusRules(1, burnFactor));
  const observers = { ...shop.observers, prometheus };
  const look = () => findings(observers);
  const url = demo.url('web-gateway');

  const load = startLoad({ url });
  cleanup.defer(async () => {
    await load.stop();
  });
  await delay(warmUp);

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
    const suspects = await suspectsSince(observers, since);
    await switches.off([key]);
    const ended = Date.now();
    const { leavesBehind, service } = faultOf(key);
    if (leavesBehind) demo.kill(service, 'SIGTERM');
    const told = slack.toldSince(since);
    const resolved = told && (await slack.untilResolved(since, quietWithin));
    const verdicts = verdictsOn(key, before, observed);
    const notQuiet = before.map(({ name }) => name);
    faults.push({
      ...{ key, verdicts, suspects, notQuiet },
      told: told && (told - since) / 1000,
      resolved: resolved && (resolved - ended) / 1000,
    });
    const words = verdicts.map(
      ({ detector, blamed: [first], located }) =>
        `${detector} ${first ? `${first.seconds.toFixed(1)} s` : 'nothing'}${located ? `, located ${located.seconds.toFixed(1)} s` : ''}`,
    );
    tell(
      `${key}: ${words.join('; ')}; Slack ${told ? `${((told - since) / 1000).toFixed(1)} s` : 'nothing'}${resolved ? `, resolved ${((resolved - ended) / 1000).toFixed(1)} s` : ''}; suspects ${suspects?.join(', ') ?? 'nobody'}`,
    );
  }
  return faults;
};
