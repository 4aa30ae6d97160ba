import { ConfigError } from '@faultline/service';
import { serviceNames, storeNames, tools, toolUrl } from '@faultline/topology';
import { type Static, type TSchema, Type } from 'typebox';
import { Parse } from 'typebox/value';
import { httpConfig } from './http/config';

export const ConsoleConfig = Type.Object({
  /** The address of all its ports; other machines reach it only if this is set. */
  HOST: Type.String({ default: '127.0.0.1' }),
  /** The port of its pages and its API. */
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: tools.console.port }),
  /** The port that takes OTLP/HTTP. */
  INTAKE_PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: tools.console.intakePort }),
  /** The directory of everything that the console keeps; created if it is missing. */
  CONSOLE_DIRECTORY: Type.String({ minLength: 1 }),
  /** The maximum of bytes on disk for traces and logs; the oldest are removed. */
  CONSOLE_MAX_BYTES: Type.Integer({ minimum: 1_000_000, default: 1_000_000_000 }),
  /** How long traces, logs, states, alerts and changes are kept. */
  CONSOLE_RETENTION_HOURS: Type.Number({ exclusiveMinimum: 0, default: 24 }),
  /** The services that it watches, as a JSON array of `{"name", "url", "adminUrl"}`. */
  CONSOLE_SERVICES: Type.String({ default: '[]' }),
  /** The stores that it watches, as a JSON array of `{"name", "url"}`. */
  CONSOLE_STORES: Type.String({ default: '[]' }),
  /** Slack's incoming webhook, which is told of incidents. */
  SLACK_WEBHOOK_URL: Type.Optional(Type.String({ format: 'uri' })),
  /** Where people reach this console, for links in messages; without a trailing slash. */
  CONSOLE_URL: Type.String({ format: 'uri', default: toolUrl('console') }),
  /** Where the files of the repository can be read, for links to the pages of faults; without a trailing slash. */
  CONSOLE_DOCS_URL: Type.Optional(Type.String({ format: 'uri' })),
  ...httpConfig,
});
export type ConsoleConfig = Static<typeof ConsoleConfig>;

const WatchedService = Type.Object({
  name: Type.Enum([...serviceNames]),
  /** The base URLs of its two ports, without a trailing slash. */
  url: Type.String({ format: 'uri' }),
  adminUrl: Type.String({ format: 'uri' }),
});
export type WatchedService = Static<typeof WatchedService>;

const WatchedStore = Type.Object({
  name: Type.Enum([...storeNames]),
  url: Type.String({ format: 'uri' }),
});
export type WatchedStore = Static<typeof WatchedStore>;

/** Parses a variable with JSON. Throws a ConfigError that names the variable, but not its value. */
const parse = <Schema extends TSchema>(
  variable: string,
  schema: Schema,
  text: string,
): Static<Schema> => {
  try {
    return Parse(schema, JSON.parse(text));
  } catch (error) {
    throw new ConfigError(`${variable} must be a JSON array of what is watched`, { cause: error });
  }
};

export const watchedServices = ({ CONSOLE_SERVICES }: ConsoleConfig): WatchedService[] =>
  parse('CONSOLE_SERVICES', Type.Array(WatchedService), CONSOLE_SERVICES);

export const watchedStores = ({ CONSOLE_STORES }: ConsoleConfig): WatchedStore[] =>
  parse('CONSOLE_STORES', Type.Array(WatchedStore), CONSOLE_STORES);
