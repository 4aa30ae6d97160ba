import type { RequestOf, ShopEndpoint, ShopRoutes } from '@faultline/contracts';
import type * as Guards from '@faultline/contracts/guards';
import type { JourneyStep } from '@faultline/slo';
import type { Random } from './random.ts';

interface StepParts {
  name: JourneyStep;
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | undefined>>;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
}

/** A request to a route of the public API, with the parts that its record asks for. */
type ApiStep = {
  [Name in ShopEndpoint]: { endpoint: Name } & StepParts & RequestOf<ShopRoutes[Name]>;
}[ShopEndpoint];

/** A request for the page or one of its files, by its address. */
interface FileStep extends StepParts {
  file: string;
}

/** One request. */
export type ShopStep = ApiStep | FileStep;

/** `body` is the parsed JSON, or the text of any other content. Header names are in lower case. */
export interface ShopResponse {
  status: number;
  body: unknown;
  headers: Readonly<Record<string, string>>;
}

/** Sends steps to the shop for one shopper, whose cookies it keeps. */
export interface ShopClient {
  /** Rejects when no response came (network error or timeout); any status is a response. */
  request(step: ShopStep): Promise<ShopResponse>;
}

/** One visitor with their own session: the interface between a journey and its driver. */
export interface Shopper {
  /** Counts the shoppers of a run from 1. */
  number: number;
  client: ShopClient;
  random: Random;
  /** From the driver, because k6 loads them by their path and Node.js by their package. */
  guards: typeof Guards;
  /** A key that no other purchase has, in this run or another: 8 to 128 visible ASCII characters. */
  newKey(): string;
  /** Waits; a driver may scale `seconds`, but never below `atLeast` (seconds). */
  think(seconds: number, atLeast?: number): Promise<void>;
  /** Throws an error that names the check, which ends the journey, if the condition does not hold. */
  check(name: string, condition: boolean, detail: () => string): asserts condition;
}

export interface Journey {
  name: string;
  /** How often it is chosen, relative to the other journeys. */
  weight: number;
  /** Rejects when a response is missing or wrong. */
  run(shopper: Shopper): Promise<void>;
}
