import type { HttpCaller, RouteTable } from '@faultline/contracts';
import type { Faults } from '@faultline/faults';
import type { Logger, Metrics } from '@faultline/telemetry';
import type { ServiceName } from '@faultline/topology';
import type { Static, TObject, TProperties } from 'typebox';
import type { Dispatcher } from 'undici';
import type { BaseConfig } from './config';
import type { HealthCheck } from './health';
import type { Database, DatabaseOptions } from './postgres/database';
import type { RedisStore, RedisStoreOptions } from './redis/redis-store';
import type { RouteApp, Routes } from './routes';
import type { Handlers } from './serve-routes';

/** Milliseconds that a call may take at most; the request in progress may leave less. */
export interface CallerOptions {
  timeout?: number;
}

export interface ExternalOptions {
  timeout: number;
  /**
   * A path that answers with a status under 300 when the party is well; without it the party is left
   * out of this service's health.
   */
  healthPath?: string;
}

/** A request that is passed on as it came. */
export interface Forwarded {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH' | 'OPTIONS';
  /** Path and query, as in the request line. */
  target: string;
  /** The pattern that names it in telemetry. */
  route: string;
  headers: Readonly<Record<string, string>>;
  body: Buffer | undefined;
}

export interface ServiceCaller extends HttpCaller {
  /** Passes a request on and answers with what came back, whatever its status. */
  forward(request: Forwarded): Promise<Dispatcher.ResponseData<unknown>>;
}

/** What the kit gives to a service while it is built. */
export interface ServiceApp {
  log: Logger;
  metrics: Metrics;
  faults: Faults;
  /** The public server, for plugins that only one service needs. */
  http: RouteApp;
  postgres(name: string, url: string, options: DatabaseOptions): Database;
  redis(name: string, url: string, options?: RedisStoreOptions): RedisStore;
  /** A caller of another service; the dependency becomes part of this service's health. */
  caller(name: ServiceName, url: string, options?: CallerOptions): ServiceCaller;
  /** A caller of a party outside the system, which has no health report of our shape. */
  external(name: string, url: string, options: ExternalOptions): HttpCaller;
  /** Something else that the service depends on. */
  health(name: string, check: HealthCheck): void;
  /** Serves routes that are data: a handler for each of them. */
  serve<Table extends RouteTable>(routes: Table, handlers: Handlers<Table>): void;
  /** Registers routes that no table can describe. */
  routes<Dependencies>(routes: Routes<Dependencies>, dependencies: Dependencies): void;
  /** Background work that a stop must wait for; runs after the last request, before stores close. */
  beforeClose(finish: () => Promise<void>): void;
}

export interface ServiceDefinition<Own extends TProperties> {
  name: ServiceName;
  config: TObject<Own>;
  /** The public entry: what clients say of deadlines and sessions in headers is not believed. */
  edge?: boolean;
  build(app: ServiceApp, config: Static<TObject<Own>> & BaseConfig): Promise<void>;
}

/** A service as data: its name, its configuration and what it is made of. */
export const defineService = <Own extends TProperties>(
  definition: ServiceDefinition<Own>,
): ServiceDefinition<Own> => definition;
