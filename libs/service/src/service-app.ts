import type { Faults } from '@faultline/faults';
import type { Logger, Metrics } from '@faultline/telemetry';
import type { BaseConfig } from './config';
import type { ServiceApp } from './define-service';
import type { Health } from './health';
import { reportOf, responses } from './http/check-health';
import { httpCaller } from './http/http-caller';
import type { Lifecycle } from './lifecycle';
import { connectPostgres } from './postgres/database';
import { connectRedis } from './redis/redis-store';
import type { RouteApp } from './routes';
import { serveRoutes } from './serve-routes';

interface Parts {
  http: RouteApp;
  log: Logger;
  metrics: Metrics;
  health: Health;
  lifecycle: Lifecycle;
  faults: Faults;
  config: BaseConfig;
}

/** Connects the parts of a service with its health, readiness and shutdown. */
export const serviceApp = ({
  http,
  log,
  metrics,
  health,
  lifecycle,
  faults,
  config,
}: Parts): ServiceApp => {
  const slowMilliseconds = config.SLOW_QUERY_MS;
  return {
    http,
    log,
    metrics,
    faults,
    postgres: (name, url, options) => {
      const database = connectPostgres({ name, url, log, metrics, slowMilliseconds, ...options });
      health.add(name, database.check);
      lifecycle.needs(database.ready);
      lifecycle.onClose(database.close);
      return database;
    },
    redis: (name, url, options = {}) => {
      const store = connectRedis({ name, url, log, metrics, slowMilliseconds, ...options });
      if (options.monitored === false) {
        lifecycle.onClose(store.close);
        return store;
      }
      health.add(name, store.check);
      if (options.replicaUrl) health.add(`${name}-replica`, store.checkReplica);
      lifecycle.needs(store.ready);
      lifecycle.onClose(store.close);
      return store;
    },
    caller: (name, url, { timeout = config.REQUEST_TIMEOUT_MS } = {}) => {
      const caller = httpCaller({ name, url, metrics, timeout });
      health.add(name, (signal) => reportOf(caller.pool, signal));
      lifecycle.onClose(caller.close);
      return caller;
    },
    external: (name, url, { timeout, healthPath }) => {
      const caller = httpCaller({ name, url, metrics, timeout, outlivesRequest: true });
      if (healthPath !== undefined)
        health.add(name, (signal) => responses(caller.pool, healthPath, signal));
      lifecycle.onClose(caller.close);
      return caller;
    },
    health: (name, check) => health.add(name, check),
    serve: (routes, handlers) => {
      http.register(async (scope) => serveRoutes(scope, routes, handlers));
    },
    routes: (routes, dependencies) => {
      http.register((scope) => routes(scope, dependencies));
    },
    beforeClose: (finish) => lifecycle.onDrained(finish),
  };
};
