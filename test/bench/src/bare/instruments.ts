import type { FastifyInstance } from 'fastify';

/** One question to a store, as telemetry would describe it. */
export interface Question {
  system: 'postgresql' | 'redis';
  store: string;
  url: string;
  operation: string;
  collection: string | undefined;
  text: string;
}

/** What a server may have around its requests and around what it asks its store. */
export interface Instruments {
  install(app: FastifyInstance): void;
  /** Called once for each kind of question; what it returns runs one of them. */
  observed(question: Question): <T>(ask: () => Promise<T>) => Promise<T>;
}

export const noInstruments: Instruments = {
  install: () => undefined,
  observed: () => (ask) => ask(),
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that a server cannot do without. */
export const requiredVariable = (environment: Environment, name: string): string => {
  const value = environment[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};
