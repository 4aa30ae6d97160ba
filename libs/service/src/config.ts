import { defaultInstallation } from '@faultline/topology';
import type { ErrorObject } from 'ajv';
import { type Static, type TObject, type TProperties, Type } from 'typebox';
import { validator } from './validation';

const Port = (fallback: number) => Type.Integer({ minimum: 0, maximum: 65_535, default: fallback });

/** The configuration of every service. Durations are in milliseconds. */
export const BaseConfig = Type.Object({
  /** The address to listen at; by default all addresses, IPv4 and IPv6. */
  HOST: Type.Optional(Type.String()),
  PORT: Port(8080),
  ADMIN_PORT: Port(9090),
  LOG_LEVEL: Type.Union([Type.Literal('info'), Type.Literal('error')], { default: 'info' }),
  SERVICE_VERSION: Type.String({ default: '0.0.0' }),
  SERVICE_REVISION: Type.String({ default: 'unknown' }),
  /** `service.namespace` of all telemetry, which distinguishes several shops in one Prometheus. */
  SERVICE_NAMESPACE: Type.String({ default: defaultInstallation }),
  /** The path of the file of faults, in YAML. */
  FAULTS_FILE: Type.Optional(Type.String({ minLength: 1 })),
  /** Trusted proxies in front of the public entry (for X-Forwarded-For), such as `loopback`. */
  TRUST_PROXY: Type.Optional(Type.String({ minLength: 1 })),
  /**
   * How long an idle connection is kept. Longer than load balancers keep it, because they may send a
   * request on a connection that the server is closing. Google's keep it for 10 minutes,
   * Envoy for an hour.
   */
  KEEP_ALIVE_TIMEOUT_MS: Type.Integer({ minimum: 1000, default: 3_660_000 }),
  /** How long a request may take if its caller sets no earlier deadline. */
  REQUEST_TIMEOUT_MS: Type.Integer({ minimum: 1, default: 10_000 }),
  /**
   * Accepted host names besides addresses, names without a dot and names inside
   * a cluster; separated by commas. `.example.com` accepts all names with this suffix. If this is not set, the
   * public entry accepts any name.
   */
  ALLOWED_HOSTS: Type.String({ default: '', pattern: '^[A-Za-z0-9._,-]*$' }),
  /** The maximum of open connections to the public port; more get 503 and are closed. */
  MAX_CONNECTIONS: Type.Integer({ minimum: 1, default: 1000 }),
  /** Queries and commands that take this long are logged as slow. */
  SLOW_QUERY_MS: Type.Integer({ minimum: 1, default: 250 }),
  /** How long a stopping service goes on serving, so that load balancers notice. */
  DRAIN_MS: Type.Integer({ minimum: 0, default: 100 }),
  /** How long the shutdown may take before the process is forced to exit. */
  STOP_TIMEOUT_MS: Type.Integer({ minimum: 1, default: 15_000 }),
});
export type BaseConfig = Static<typeof BaseConfig>;

export const allowedHostsOf = ({ ALLOWED_HOSTS }: Pick<BaseConfig, 'ALLOWED_HOSTS'>): string[] =>
  ALLOWED_HOSTS.split(',').filter(Boolean);

/** A missing or malformed variable. The message contains its name but never its value. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const explain = ({ instancePath, keyword, message, params }: ErrorObject): string =>
  keyword === 'required'
    ? `${params.missingProperty} is not set`
    : `${instancePath.slice(1)} ${message ?? 'is malformed'}`;

/** Converts an environment's strings to the types of the schema, and drops other variables. */
const environments = validator({ coerceTypes: true, removeAdditional: true });

/** Reads and checks a service's configuration. Throws a ConfigError that names the wrong variable. */
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
