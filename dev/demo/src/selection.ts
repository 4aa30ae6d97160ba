import {
  type ServiceName,
  type StoreName,
  serviceNames,
  services,
  storeNames,
  type ToolName,
} from '@faultline/topology';

export interface Selection {
  services: readonly ServiceName[];
  stores: readonly StoreName[];
}

/**
 * All services, or `only` with its direct and indirect dependencies; and the stores of all of them. A tool alone
 * needs none.
 */
export const select = (only?: ServiceName | ToolName): Selection => {
  if (only === 'console') return { services: [], stores: [] };
  const chosen = only ? withDependencies(only) : new Set(serviceNames);
  const selected = serviceNames.filter((name) => chosen.has(name));
  const needed = new Set(selected.flatMap((name) => services[name].stores));
  return { services: selected, stores: storeNames.filter((name) => needed.has(name)) };
};

const withDependencies = (name: ServiceName, seen = new Set<ServiceName>()): Set<ServiceName> => {
  seen.add(name);
  for (const dependency of services[name].calls)
    if (!seen.has(dependency)) withDependencies(dependency, seen);
  return seen;
};
