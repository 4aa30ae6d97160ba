import {
  identityLabels,
  type ServiceName,
  serviceNames,
  services,
  storeNames,
} from '@faultline/topology';

/** The services that call one of these, directly or through others. */
const callersOf = (called: readonly ServiceName[]): ServiceName[] => {
  const callers = serviceNames.filter(
    (service) =>
      called.includes(service) || services[service].calls.some((each) => called.includes(each)),
  );
  return callers.length === called.length ? callers : callersOf(callers);
};

const equal = [identityLabels.installation];

const silenced = (callers: readonly ServiceName[]) => ({
  target_matchers: ['priority = ticket', `service =~ "${callers.join('|')}"`],
  equal,
});

/** Who is told of the cause needs no tickets for what follows from it. */
export const inhibitRules = [
  // A dead store silences the tickets of the services that need it.
  ...storeNames.map((store) => ({
    source_matchers: ['alertname =~ "StoreUnreachable|StoreErrors"', `component = ${store}`],
    ...silenced(callersOf(serviceNames.filter((each) => services[each].stores.includes(store)))),
  })),
  // A dead service silences the tickets of its callers.
  ...serviceNames.map((service) => ({
    source_matchers: ['alertname = ServiceDown', `component = ${service}`],
    ...silenced(callersOf([service])),
  })),
  // A page about a component silences its tickets.
  {
    source_matchers: ['priority = page'],
    target_matchers: ['priority = ticket'],
    equal: [...equal, 'component'],
  },
];
