import type { HttpCaller, RouteTable } from '@faultline/contracts';
import type { Faults } from '@faultline/faults';
import type { Logger, Metrics } from '@faultline/telemetry';
import type { ExternalName, ServiceName, ToolName } from '@faultline/topology';
import type { Static, TObject, TProperties } from 'typebox';
import type { Dispatcher } from 'undici';
import type { BaseConfig } from './config';
import type { HealthCheck } from './health';
import type { RouteApp, Routes } from './routes';
import type { Handlers } from './serve-routes';

/** The maximum duration of a call in milliseconds; the current request may leave less. */
export interface CallerOptions {
  timeout?: number;
}

export interface ExternalOptions {
  timeout: number;
  /**
   * A path that responds with a status under 300 if the external system is healthy. Without it, the system
   * is not part of this service's health.
   */
  healthPath?: string;
}

/** A request that is forwarded unchanged. */
export interface Forwarded {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH' | 'OPTIONS';
  /** Path and query, as in the request line. */
  target: string;
  /** The route pattern, which is its name in telemetry. */
  route: string;
  headers: Readonly<Record<string, string>>;
  body: Buffer | undefined;
}

export interface ServiceCaller extends HttpCaller {
  /** Forwards a request and returns the response, whatever its status. */
  forward(request: Forwarded): Promise<Dispatcher.ResponseData<unknown>>;
}

/** A connected store, as the service's health, readiness and shutdown see it. */
export interface ManagedStore {
  /** By name; none if the health of the service does not depend on the store. */
  checks: Readonly<Record<string, HealthCheck>>;
  /** Without it, the readiness of the service does not depend on the store. */
  ready?(): Promise<boolean>;
  close(): Promise<void>;
}

/** What the clients of stores need of their service. */
export interface StoreApp {
  log: Logger;
  metrics: Metrics;
  /** Statements and commands that take this many milliseconds are slow. */
  slowMilliseconds: number;
  /** Adds a store to the service. */
  manage(store: ManagedStore): void;
}

/**
 * The kit's interface for building a service. Stores are opened by `connectPostgres` and `connectRedis` of
 * `@faultline/service/postgres` and `/redis`, so that a service loads only the drivers that it uses.
 */
export interface ServiceApp extends StoreApp {
  faults: Faults;
  /** The public server, for plugins that only one service needs. */
  http: RouteApp;
  /** A caller of another service; the dependency becomes part of this service's health. */
  caller(name: ServiceName, url: string, options?: CallerOptions): ServiceCaller;
  /** A caller of an external system, which has no health report in our format. */
  external(name: ExternalName, url: string, options: ExternalOptions): HttpCaller;
  /** Adds another dependency. */
  health(name: string, check: HealthCheck): void;
  /** Serves the routes of a table with a handler for each. */
  serve<Table extends RouteTable>(routes: Table, handlers: Handlers<Table>): void;
  /** Registers routes that are not in a table. */
  routes<Dependencies>(routes: Routes<Dependencies>, dependencies: Dependencies): void;
  /** Adds a shutdown step for background work; it runs after the last request, before stores close. */
  beforeClose(finish: () => Promise<void>): void;
}

export interface ServiceDefinition<Own extends TProperties> {
  name: ServiceName | ToolName;
  config: TObject<Own>;
  /** Whether this is the public entry, which ignores clients' deadline and session headers. */
  edge?: boolean;
  build(app: ServiceApp, config: Static<TObject<Own>> & BaseConfig): Promise<void>;
}

/** A service as data: its name, its configuration and its parts. */
export const defineService = <Own extends TProperties>(
  definition: ServiceDefinition<Own>,
): ServiceDefinition<Own> => definition;
