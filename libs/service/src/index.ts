export { baseUrl, loopbackHost } from './addresses';
export { allowedHostsOf, type BaseConfig, ConfigError, readConfig } from './config';
export { withinDeadline } from './deadline';
export {
  defineService,
  type ServiceApp,
  type ServiceCaller,
  type ServiceDefinition,
  type StoreApp,
} from './define-service';
export { ProblemError, type ProblemOptions, problemOf } from './errors';
export { expectHosts, refuseOtherSites } from './expected-callers';
export type { HealthCheck } from './health';
export { listenOnLoopback, outsideServer } from './outside-server';
export type { Reply, Request, RouteApp, Routes } from './routes';
export { run } from './run';
export { type Handlers, serveRoutes } from './serve-routes';
export { type RunningService, startService } from './start-service';
