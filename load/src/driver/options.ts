import { defaultRate, type Journey, journeys } from '../journeys';
import type { RequestOutcome } from '../node-client';
import type { Spacing } from './arrivals';

export interface LoadSettings {
  /** Journeys started per second. */
  rate: number;
  spacing: Spacing;
  /** The factor of pauses between steps; 0 for none. */
  thinkScale: number;
  /** The maximum of concurrent journeys; more are dropped. */
  maxRunning: number;
  requestTimeoutSeconds: number;
  /** How long `stop` waits for running journeys. */
  stopGraceSeconds: number;
  /** The window of a snapshot's rates and percentiles. */
  windowSeconds: number;
  /** The same seed makes the same choices. */
  seed: number;
  journeys: readonly Journey[];
  /** Called with the outcome of each request. */
  onRequest: (outcome: RequestOutcome) => void;
  /** Called for each failed journey. */
  onFailure: (failure: JourneyFailure) => void;
}

/** A failed journey, with the name of a check or the kind of network error. */
export interface JourneyFailure {
  journey: string;
  reason: string;
}

/** The shop's origin, such as `http://127.0.0.1:8080`, and settings other than the defaults. */
export type LoadOptions = { url: string } & {
  [Name in keyof LoadSettings]?: LoadSettings[Name] | undefined;
};

/** The minimum and maximum of each number. */
export const bounds = {
  rate: [0.001, 1000],
  thinkScale: [0, 100],
  maxRunning: [1, 100_000],
  requestTimeoutSeconds: [0.01, 600],
  stopGraceSeconds: [0, 600],
  windowSeconds: [1, 300],
} as const;

/** Throws an error that names the option that is out of range. */
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

/** Throws a TypeError if `url` is not the origin of a web server. */
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
