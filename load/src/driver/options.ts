import { defaultRate, type Journey, journeys } from '../journeys';
import type { RequestOutcome } from '../node-client';
import type { Spacing } from './arrivals';

export interface LoadSettings {
  /** Journeys that start in a second. */
  rate: number;
  spacing: Spacing;
  /** Multiplies the time shoppers think; 0 for none. */
  thinkScale: number;
  /** Journeys that would make more than this run at once are dropped. */
  maxRunning: number;
  requestTimeoutSeconds: number;
  /** How long `stop` waits for running journeys. */
  stopGraceSeconds: number;
  /** What the rates and percentiles of a snapshot look back on. */
  windowSeconds: number;
  /** The same seed makes the same choices. */
  seed: number;
  journeys: readonly Journey[];
  /** Hears how each request went, as it ends. */
  onRequest: (outcome: RequestOutcome) => void;
  /** Hears of each journey that failed. */
  onFailure: (failure: JourneyFailure) => void;
}

/** A journey that failed: by the name of a check, or by what kept a response away. */
export interface JourneyFailure {
  journey: string;
  reason: string;
}

/** The shop's origin, such as `http://127.0.0.1:8080`, and settings other than the defaults. */
export type LoadOptions = { url: string } & {
  [Name in keyof LoadSettings]?: LoadSettings[Name] | undefined;
};

/** The least and the most that each number may be. */
export const bounds = {
  rate: [0.001, 1000],
  thinkScale: [0, 100],
  maxRunning: [1, 100_000],
  requestTimeoutSeconds: [0.01, 600],
  stopGraceSeconds: [0, 600],
  windowSeconds: [1, 300],
} as const;

/** Throws an error that names the option which is out of bounds. */
export const settingsOf = (options: LoadOptions): LoadSettings => {
  const {
    rate = defaultRate,
    spacing = 'poisson',
    thinkScale = 1,
    maxRunning = 500,
    requestTimeoutSeconds = 10,
    stopGraceSeconds = 5,
    windowSeconds = 10,
    seed = Math.floor(Math.random() * 2 ** 32),
    journeys: choices = journeys,
    onRequest = () => undefined,
    onFailure = () => undefined,
  } = options;
  return {
    rate: within('rate', rate),
    spacing,
    thinkScale: within('thinkScale', thinkScale),
    maxRunning: within('maxRunning', maxRunning),
    requestTimeoutSeconds: within('requestTimeoutSeconds', requestTimeoutSeconds),
    stopGraceSeconds: within('stopGraceSeconds', stopGraceSeconds),
    windowSeconds: within('windowSeconds', windowSeconds),
    seed,
    journeys: choices,
    onRequest,
    onFailure,
  };
};

/** Throws a TypeError when `url` is not the origin of a web server. */
export const originOf = (url: string): string => {
  const parsed = URL.parse(url);
  if (parsed !== null && isOrigin(parsed)) return parsed.origin;
  throw new TypeError(`url must be an origin such as http://127.0.0.1:8080, not ${url}`);
};

export const isOrigin = ({ protocol, pathname }: URL): boolean =>
  /^https?:$/.test(protocol) && pathname === '/';

const within = (name: keyof typeof bounds, value: number): number => {
  const [least, most] = bounds[name];
  if (value >= least && value <= most) return value;
  throw new RangeError(`${name} must be from ${least} to ${most}, not ${value}`);
};
