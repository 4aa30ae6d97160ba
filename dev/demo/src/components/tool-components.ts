import { join } from 'node:path';
import {
  adminPortOffset,
  monitorUrl,
  servicePort,
  serviceUrl,
  type ToolName,
  toolIntakePort,
  toolPort,
  toolUrl,
} from '@faultline/topology';
import { workspaceRoot } from '../layout';
import type { Component } from '../supervision/component';
import type { DemoConfig } from './demo-config';
import { respondsOk, startNodeProgram } from './node-program';

/** The tools, which start first, so that they see the services start. */
export const toolComponents = (config: DemoConfig): Component[] =>
  config.tools.map((name) => {
    const port = toolPort(name, config.portBase);
    const adminPort = port + adminPortOffset;
    return {
      name,
      kind: 'tool',
      url: toolUrl(name, config.portBase),
      ports: [port, adminPort, toolIntakePort(name, config.portBase)],
      startsAfter: [],
      uses: [],
      start: (context) =>
        startNodeProgram(
          {
            arguments: ['dist/main.js'],
            cwd: join(workspaceRoot, 'apps', name),
            environment: toolEnvironment(name, config),
            ready: () => respondsOk(`http://127.0.0.1:${adminPort}/-/ready`),
          },
          context,
        ),
    };
  });

const toolEnvironment = (name: ToolName, config: DemoConfig): Record<string, string> => {
  const { portBase, services, stores } = config;
  const port = toolPort(name, portBase);
  return {
    HOST: '127.0.0.1',
    PORT: String(port),
    ADMIN_PORT: String(port + adminPortOffset),
    INTAKE_PORT: String(toolIntakePort(name, portBase)),
    SERVICE_VERSION: config.version,
    CONSOLE_DIRECTORY: config.layout.console,
    FAULTS_FILE: config.layout.faults,
    CONSOLE_URL: toolUrl(name, portBase),
    CONSOLE_SERVICES: JSON.stringify(
      services.map((service) => ({
        name: service,
        url: serviceUrl(service, portBase),
        adminUrl:
          config.watchedAt?.[service] ??
          `http://127.0.0.1:${servicePort(service, portBase) + adminPortOffset}`,
      })),
    ),
    CONSOLE_STORES: JSON.stringify(
      stores.map((store) => ({ name: store, url: monitorUrl(store, portBase) })),
    ),
  };
};
