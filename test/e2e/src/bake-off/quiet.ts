import { setTimeout as delay } from 'node:timers/promises';
import { defaultRate } from '@faultline/load';
import type { ServiceName } from '@faultline/topology';
import { type Requests, since, Traffic } from '../traffic';
import type { DetectorName, Finding } from './detectors';

/** The service that gets new versions. */
export const rolledService = 'cart' satisfies ServiceName;

/**
 * What happens in a shop without harm: a service gets a new version, another one restarts, and a bot asks for what is not
 * there.
 */
export interface HealthyShop {
  url: string;
  restart(): Promise<void>;
  /** Starts a new version beside the old one, which then ends gracefully; resolves when it has ended. */
  rollOut(): Promise<void>;
  /** What is said by the rules that are tried. */
  look(): Promise<readonly Finding[]>;
  /** What is said by the rules as they are installed. */
  lookInstalled(): Promise<readonly Finding[]>;
}

interface Said {
  /** What was said although nothing was wrong, each time that it began. */
  falseAlarms: readonly Finding[];
  /** What was said of the restarts, in which the shop was without the service for seconds. */
  ofRestarts: readonly Finding[];
}

export interface QuietReport extends Said {
  minutes: number;
  /** The requests of shoppers from the begin of each roll-out to the next restart. */
  duringRollOuts: Requests;
  /** By the rules as they are installed. */
  installed: Said;
}

/** Factors of the default load. */
const levels = [0.5, 1, 2];

/** A page that no shop has, and that bots ask for. */
const botPath = '/api/products/wp-login';

const lookEvery = 1_000;

/** How long what begins to be said may be about the restart. */
const restartLasts = 30_000;

const keyOf = ({ detector, name, component }: Finding): string =>
  `${detector} ${name} ${component}`;

/** Collects what begins to be said, each time. */
const listenTo = (look: () => Promise<readonly Finding[]>) => {
  const [falseAlarms, ofRestarts]: [Finding[], Finding[]] = [[], []];
  let said = new Set<string>();
  const listen = async (isRestarting: boolean): Promise<void> => {
    const now = await look();
    const list = isRestarting ? ofRestarts : falseAlarms;
    list.push(...now.filter((each) => !said.has(keyOf(each))));
    said = new Set(now.map(keyOf));
  };
  return { said: { falseAlarms, ofRestarts }, listen };
};

/**
 * Watches a healthy shop under three levels of load, the same time each, with declined cards (they belong to the
 * load), a roll-out, a restart and a bot's 404s at each level.
 */
export const watchHealthy = async (shop: HealthyShop, minutes: number): Promise<QuietReport> => {
  const tried = listenTo(shop.look);
  const installed = listenTo(shop.lookInstalled);
  let restartedAt = Number.NEGATIVE_INFINITY;
  const duringRollOuts = { sent: 0, failed: 0 };
  const watchFor = async (milliseconds: number): Promise<void> => {
    const end = Date.now() + milliseconds;
    while (Date.now() < end) {
      const isRestarting = Date.now() - restartedAt < restartLasts;
      await Promise.all([tried, installed].map(({ listen }) => listen(isRestarting)));
      const bot = await fetch(`${shop.url}${botPath}`);
      await bot.arrayBuffer();
      await delay(lookEvery);
    }
  };
  const part = (minutes * 60_000) / levels.length / 3;
  for (const level of levels) {
    await using traffic = new Traffic(shop.url, level * defaultRate);
    await watchFor(part);
    const before = traffic.requests;
    await Promise.all([shop.rollOut(), watchFor(part)]);
    const { sent, failed } = since(before, traffic.requests);
    duringRollOuts.sent += sent;
    duringRollOuts.failed += failed;
    restartedAt = Date.now();
    await shop.restart();
    await watchFor(part);
  }
  return { minutes, duringRollOuts, ...tried.said, installed: installed.said };
};

/** False alarms per hour of a detector. */
export const falseAlarmsPerHour = (
  { minutes, falseAlarms }: QuietReport,
  name: DetectorName,
): number => (falseAlarms.filter(({ detector }) => detector === name).length * 60) / minutes;
