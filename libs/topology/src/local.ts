import { type ServiceName, services } from './services';
import { type StoreName, stores } from './stores';
import { type ToolName, tools } from './tools';

/** The lowest port of the default layout; `--port-base N` moves every port by `N - portBase`. */
export const portBase = 8080;

/** The offset of the admin port from the public port of a service. */
export const adminPortOffset = 1000;

export const servicePort = (name: ServiceName, base = portBase): number =>
  services[name].port + base - portBase;

export const storePort = (name: StoreName, base = portBase): number =>
  stores[name].port + base - portBase;

export const toolPort = (name: ToolName, base = portBase): number =>
  tools[name].port + base - portBase;

/** The port on which a tool takes OTLP/HTTP. */
export const toolIntakePort = (name: ToolName, base = portBase): number =>
  tools[name].intakePort + base - portBase;

/** Where a tool takes traces and logs by OTLP/HTTP. */
export const toolCollector = (name: ToolName, base = portBase) => {
  const url = `http://127.0.0.1:${toolIntakePort(name, base)}`;
  return { traces: `${url}/v1/traces`, logs: `${url}/v1/logs` };
};

export const toolUrl = (name: ToolName, base = portBase): string =>
  `http://127.0.0.1:${toolPort(name, base)}`;

/** The local URL of a service. */
export const serviceUrl = (name: ServiceName, base = portBase): string =>
  `http://127.0.0.1:${servicePort(name, base)}`;

/**
 * The local URL of a store. A local PostgreSQL server belongs to one service,
 * after which its user and database are named (`product-data` → `product`).
 */
export const storeUrl = (name: StoreName, base = portBase): string => {
  if (stores[name].engine === 'redis') return `redis://127.0.0.1:${storePort(name, base)}`;
  const owner = name.replace(/-data$/, '');
  return `postgresql://${owner}:${owner}@127.0.0.1:${storePort(name, base)}/${owner}`;
};

/** The local URL of a store for who may only look at its statistics. */
export const monitorUrl = (name: StoreName, base = portBase): string => {
  const url = new URL(storeUrl(name, base));
  Object.assign(url, monitor);
  return url.href;
};

/** The role or user that each local store has besides that of its service. */
const monitor = { username: 'monitor', password: 'monitor' };

/** The environment in which a service finds its ports, its dependencies and its stores on this machine. */
export const localEnvironment = (name: ServiceName, base = portBase): Record<string, string> => {
  const spec = services[name];
  const port = servicePort(name, base);
  return {
    HOST: '127.0.0.1',
    PORT: String(port),
    ADMIN_PORT: String(port + adminPortOffset),
    ...Object.fromEntries(
      spec.calls.map((dependency) => [
        services[dependency].urlVariable,
        serviceUrl(dependency, base),
      ]),
    ),
    ...Object.fromEntries(
      spec.stores.map((store) => [stores[store].urlVariable, storeUrl(store, base)]),
    ),
  };
};
