import type { AddressInfo } from 'node:net';
import { watchFaults } from '@faultline/faults';
import {
  createLogger,
  createMetrics,
  flushTelemetry,
  type LoggerOptions,
  reportTelemetry,
  requestContext,
} from '@faultline/telemetry';
import { identityLabels, toolNames } from '@faultline/topology';
import type { TProperties } from 'typebox';
import { baseUrl, everyHost } from './addresses';
import { adminServer } from './admin-server';
import { allowedHostsOf, readConfig } from './config';
import type { ServiceDefinition } from './define-service';
import { flagReports } from './flag-reports';
import { Health } from './health';
import { Lifecycle } from './lifecycle';
import { publicServer } from './public-server';
import { serviceApp } from './service-app';

export interface RunningService {
  /** Base URLs of the two servers, without a trailing slash. */
  url: string;
  adminUrl: string;
  /** The maximum duration of the shutdown, in milliseconds. */
  stopTimeout: number;
  /** Whether its stores are available and migrated. */
  isReady(): Promise<boolean>;
  /** Runs the shutdown sequence. Safe to call twice. */
  stop(): Promise<void>;
}

/** Cached, because everybody can request a report of the public entry, and each one checks all services and stores. */
const publicReportMilliseconds = 2000;

const addressOf = (address: AddressInfo | string | null): AddressInfo => {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address;
};

/** Starts a service: its admin server first, so that probes work during the start. */
export const startService = async <Own extends TProperties>(
  definition: ServiceDefinition<Own>,
  environment: NodeJS.ProcessEnv,
  destination?: LoggerOptions['destination'],
): Promise<RunningService> => {
  const config = readConfig(definition.config, environment);
  const { name } = definition;
  const version = config.SERVICE_VERSION;
  const log = createLogger({
    service: name,
    version,
    level: config.LOG_LEVEL,
    ...(destination && { destination }),
  });
  reportTelemetry(log);
  const metrics = createMetrics(version, config.SERVICE_REVISION, {
    [identityLabels.service]: name,
    [identityLabels.installation]: config.SERVICE_NAMESPACE,
  });
  const health = new Health(name, definition.edge ? publicReportMilliseconds : 0);
  const lifecycle = new Lifecycle(config.DRAIN_MS);
  // Closed last, to export the telemetry of the other steps, even if the start fails.
  lifecycle.onClose(flushTelemetry);

  const faults = await watchFaults({
    file: config.FAULTS_FILE,
    version,
    request: requestContext,
    onLoaded: flagReports(metrics, log),
  });
  lifecycle.onDrained(faults.stop);

  let listening = false;
  lifecycle.needs(async () => listening);

  const host = config.HOST || (await everyHost());
  const allowedHosts = allowedHostsOf(config);
  const admin = adminServer({
    metrics,
    allowedHosts,
    ready: () => lifecycle.ready(),
    faults: faults.status,
  });
  await admin.listen({ host, port: config.ADMIN_PORT });
  lifecycle.onClose(() => admin.close());
  try {
    const http = await publicServer({
      name,
      version,
      log,
      metrics,
      health,
      requestTimeout: config.REQUEST_TIMEOUT_MS,
      keepAliveTimeout: config.KEEP_ALIVE_TIMEOUT_MS,
      maxConnections: config.MAX_CONNECTIONS,
      allowedHosts,
      edge: definition.edge ?? false,
      tool: toolNames.some((each) => each === name),
      // Only the public entry has untrusted callers; all other callers are our own services.
      trustProxy: definition.edge ? (config.TRUST_PROXY ?? false) : true,
      draining: () => lifecycle.draining,
    });
    await definition.build(
      serviceApp({ http, log, metrics, health, lifecycle, faults, config }),
      config,
    );
    await http.listen({ host, port: config.PORT });
    lifecycle.onDrained(() => http.close());
    listening = true;
    log.info({ port: config.PORT }, 'service-started');
    return {
      url: baseUrl(addressOf(http.server.address())),
      adminUrl: baseUrl(addressOf(admin.server.address())),
      stopTimeout: config.STOP_TIMEOUT_MS,
      isReady: () => lifecycle.ready(),
      stop: () => lifecycle.stop(),
    };
  } catch (error) {
    await lifecycle.stop().catch((stopError: unknown) => {
      throw new SuppressedError(stopError, error, 'neither the start nor the stop went well');
    });
    throw error;
  }
};
