import { dependsOn, identityLabels, serviceNames, storeNames, stores } from '@faultline/topology';

const equal = [identityLabels.installation];

/** Silences the tickets of the services that need a component, and those of itself. */
const silenced = (component: string) => {
  const needing = serviceNames.filter((each) => each === component || dependsOn(each, component));
  return { target_matchers: ['priority = ticket', `service =~ "${needing.join('|')}"`], equal };
};

const primaries = storeNames.filter((store) => stores[store].replicaOf === undefined);

/** Who is told of the cause needs no tickets for what follows from it. */
export const inhibitRules = [
  // A dead store silences the tickets of the services that need it. A dead
  // replica does not: the primary takes its reads.
  ...primaries.map((store) => ({
    source_matchers: ['alertname =~ "StoreUnreachable|StoreErrors"', `component = ${store}`],
    ...silenced(store),
  })),
  // A dead service silences the tickets of its callers.
  ...serviceNames.map((service) => ({
    source_matchers: ['alertname = ServiceDown', `component = ${service}`],
    ...silenced(service),
  })),
  // A page about a component silences its tickets.
  {
    source_matchers: ['priority = page'],
    target_matchers: ['priority = ticket'],
    equal: [...equal, 'component'],
  },
];
