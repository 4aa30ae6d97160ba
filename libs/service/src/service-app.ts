import type { Faults } from '@faultline/faults';
import type { Logger, Metrics } from '@faultline/telemetry';
import type { BaseConfig } from './config';
import type { ServiceApp } from './define-service';
import type { Health } from './health';
import { reportOf, responses } from './http/check-health';
import { httpCaller } from './http/http-caller';
import type { Lifecycle } from './lifecycle';
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
  return {
    http,
    log,
    metrics,
    faults,
    slowMilliseconds: config.SLOW_QUERY_MS,
    manage: ({ checks, ready, close }) => {
      for (const [name, check] of Object.entries(checks)) health.add(name, check);
      if (ready) lifecycle.needs(ready);
      lifecycle.onClose(close);
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
