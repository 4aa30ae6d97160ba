import { defaultInstallation } from '@faultline/topology';
import type { ErrorObject } from 'ajv';
import { type Static, type TObject, type TProperties, Type } from 'typebox';
import { validator } from './validation';

const Port = (fallback: number) => Type.Integer({ minimum: 0, maximum: 65_535, default: fallback });

/** What every service reads from its environment. Durations are in milliseconds. */
export const BaseConfig = Type.Object({
  /** The address to listen at; all of this machine's, IPv4 and IPv6, when it is not given. */
  HOST: Type.Optional(Type.String()),
  PORT: Port(8080),
  ADMIN_PORT: Port(9090),
  LOG_LEVEL: Type.Union([Type.Literal('info'), Type.Literal('error')], { default: 'info' }),
  SERVICE_VERSION: Type.String({ default: '0.0.0' }),
  SERVICE_REVISION: Type.String({ default: 'unknown' }),
  /** Tells several shops in one Prometheus apart: `service.namespace` of all telemetry. */
  SERVICE_NAMESPACE: Type.String({ default: defaultInstallation }),
  /** The list of the faults that are on, in YAML. */
  FAULTS_FILE: Type.Optional(Type.String({ minLength: 1 })),
  /** Proxies in front of the public entry whose X-Forwarded-For is believed, such as `loopback`. */
  TRUST_PROXY: Type.Optional(Type.String({ minLength: 1 })),
  /**
   * How long a connection without requests is kept. Longer than any load balancer in front keeps it: one
   * that the server closes first may carry the next request already. Google's keep it for 10 minutes,
   * Envoy for an hour.
   */
  KEEP_ALIVE_TIMEOUT_MS: Type.Integer({ minimum: 1000, default: 3_660_000 }),
  /** How long a request may take when its caller sets no earlier deadline. */
  REQUEST_TIMEOUT_MS: Type.Integer({ minimum: 1, default: 10_000 }),
  /**
   * Names under which this service may be reached besides addresses, names without a dot and names inside
   * a cluster; separated by commas, `.example.com` stands for all that end so. The public entry takes any
   * name unless this is set.
   */
  ALLOWED_HOSTS: Type.String({ default: '', pattern: '^[A-Za-z0-9._,-]*$' }),
  /** Connections that the public port holds at a time; more are told 503 and closed. */
  MAX_CONNECTIONS: Type.Integer({ minimum: 1, default: 1000 }),
  /** From how long on a query or command is logged as slow. */
  SLOW_QUERY_MS: Type.Integer({ minimum: 1, default: 250 }),
  /** How long a stopping service goes on serving, so that its callers can turn elsewhere. */
  DRAIN_MS: Type.Integer({ minimum: 0, default: 100 }),
  /** How long a stop may take in all before the process ends without its grace. */
  STOP_TIMEOUT_MS: Type.Integer({ minimum: 1, default: 15_000 }),
});
export type BaseConfig = Static<typeof BaseConfig>;

/** A variable that is missing or malformed. The message names it and never shows its value. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const explain = ({ instancePath, keyword, message, params }: ErrorObject): string =>
  keyword === 'required'
    ? `${params.missingProperty} is not set`
    : `${instancePath.slice(1)} ${message ?? 'is malformed'}`;

/** All that an environment holds is strings, most of them for others. */
const environments = validator({ coerceTypes: true, removeAdditional: true });

/** Reads and checks a service's configuration; a ConfigError names the variable that is wrong. */
export const readConfig = <Own extends TProperties>(
  own: TObject<Own>,
  environment: NodeJS.ProcessEnv,
): Static<TObject<Own>> & BaseConfig => {
  const check = environments.compile<Static<TObject<Own>> & BaseConfig>(
    Type.Object({ ...BaseConfig.properties, ...own.properties }, { additionalProperties: false }),
  );
  const config: unknown = { ...environment };
  if (check(config)) return config;
  const [violation] = check.errors ?? [];
  throw new ConfigError(violation ? explain(violation) : 'the environment is malformed');
};
