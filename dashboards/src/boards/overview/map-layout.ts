import {
  entry,
  isService,
  ownerOf,
  type ServiceName,
  type StoreName,
  services,
  storeNames,
  stores,
} from '@faultline/topology';

export type ComponentName = ServiceName | StoreName;

export interface Place {
  column: number;
  row: number;
}

/** How many calls a service is away from the public entry. */
const depths = (): ReadonlyMap<ServiceName, number> => {
  const depth = new Map<ServiceName, number>([[entry, 0]]);
  for (const [service, steps] of depth)
    for (const callee of services[service].calls)
      if (!depth.has(callee)) depth.set(callee, steps + 1);
  return depth;
};

const isReplica = (store: StoreName): boolean => stores[store].replicaOf !== undefined;

/** Where components stand: services by their distance from the entry, and their stores to the right. */
export const placesOfComponents = (): ReadonlyMap<ComponentName, Place> => {
  const places = new Map<ComponentName, Place>();
  const rowsOfColumn = new Map<number, number>();
  for (const [service, column] of depths()) {
    const row = rowsOfColumn.get(column) ?? 0;
    rowsOfColumn.set(column, row + 1);
    places.set(service, { column, row });
  }
  for (const store of storeNames) {
    const owner = ownerOf(store);
    const place = owner && places.get(owner);
    if (place)
      places.set(store, { column: place.column + (isReplica(store) ? 2 : 1), row: place.row });
  }
  return places;
};

/** Who calls, asks or follows whom. */
export const connectionsFrom = (component: ComponentName): readonly ComponentName[] =>
  isService(component)
    ? [...services[component].calls, ...services[component].stores.filter((s) => !isReplica(s))]
    : storeNames.filter((store) => stores[store].replicaOf === component);
