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
import type { Part } from '../supervision/part';
import { startNodeProgram } from './node-program';
import { answersOk } from './readiness';
import type { Setting } from './setting';

/** The services, as they are built. */
export const serviceParts = (setting: Setting): Part[] =>
  setting.services.map((name) => {
    const { calls, stores } = services[name];
    const port = servicePort(name, setting.portBase);
    const adminPort = port + adminPortOffset;
    return {
      name,
      kind: 'service',
      url: serviceUrl(name, setting.portBase),
      ports: [port, adminPort],
      startsAfter: stores,
      uses: [...calls, ...stores],
      start: (context) =>
        startNodeProgram(
          {
            arguments: ['dist/main.js'],
            cwd: join(workspaceRoot, 'apps', name),
            environment: serviceEnvironment(name, setting),
            ready: () => answersOk(`http://127.0.0.1:${adminPort}/-/ready`),
          },
          context,
        ),
    };
  });

/** Variables of single services that do not follow from the topology. */
const own = (setting: Setting): Partial<Record<ServiceName, Record<string, string>>> => ({
  // A proxy in front of the demo runs on this machine.
  [entry]: { TRUST_PROXY: 'loopback' },
  payment: { FINGERPRINT_SECRET: setting.fingerprintSecret },
});

/** What a service of this demo finds in its environment. */
export const serviceEnvironment = (
  name: ServiceName,
  setting: Setting,
): Record<string, string> => ({
  ...localEnvironment(name, setting.portBase),
  OTEL_SERVICE_NAME: name,
  SERVICE_VERSION: setting.version,
  DEPLOYMENT_ENVIRONMENT: setting.deployment,
  FAULTS_FILE: setting.layout.faults,
  ...(setting.collector && {
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: setting.collector.traces,
    OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: setting.collector.logs,
  }),
  ...own(setting)[name],
  ...setting.environment[name],
});
