import { join } from 'node:path';
import {
  adminPortOffset,
  entry,
  localEnvironment,
  type ServiceName,
  servicePort,
  services,
  serviceUrl,
} from '@faultline/topology';
import { workspaceRoot } from '../layout';
import type { Component } from '../supervision/component';
import type { DemoConfig } from './demo-config';
import { respondsOk, startNodeProgram } from './node-program';

/** The services, run from their builds. */
export const serviceComponents = (config: DemoConfig): Component[] =>
  config.services.map((name) => {
    const { calls, stores } = services[name];
    const port = servicePort(name, config.portBase);
    const adminPort = port + adminPortOffset;
    return {
      name,
      kind: 'service',
      url: serviceUrl(name, config.portBase),
      ports: [port, adminPort],
      startsAfter: [...config.tools, ...stores],
      uses: [...config.tools, ...calls, ...stores],
      start: (context) =>
        startNodeProgram(
          {
            arguments: ['dist/main.js'],
            cwd: join(workspaceRoot, 'apps', name),
            environment: serviceEnvironment(name, config),
            ready: () => respondsOk(`http://127.0.0.1:${adminPort}/-/ready`),
          },
          context,
        ),
    };
  });

/** Variables of single services that are not derived from the topology. */
const own = (config: DemoConfig): Partial<Record<ServiceName, Record<string, string>>> => ({
  // Trusts loopback, where a proxy in front of the demo would run.
  [entry]: { TRUST_PROXY: 'loopback' },
  payment: { FINGERPRINT_SECRET: config.fingerprintSecret },
});

/** The environment of a service of this demo. */
export const serviceEnvironment = (
  name: ServiceName,
  config: DemoConfig,
): Record<string, string> => ({
  ...localEnvironment(name, config.portBase),
  OTEL_SERVICE_NAME: name,
  SERVICE_VERSION: config.version,
  DEPLOYMENT_ENVIRONMENT: config.deployment,
  FAULTS_FILE: config.layout.faults,
  ...(config.collector && {
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: config.collector.traces,
    OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: config.collector.logs,
  }),
  ...own(config)[name],
  ...config.environment[name],
});
