import { alertKindOf, alertNames, burnAlerts } from '@faultline/slo';
import { dependsOn, identityLabels, serviceNames, storeNames, stores } from '@faultline/topology';

const equal = [identityLabels.installation];

const isTicket = ({ priority }: { priority: string }): boolean => priority === 'ticket';

const kinds = alertNames.map((name) => ({ name, ...alertKindOf(name) })).filter(isTicket);

/** Tickets that are true once, and would never be told if they were silenced then. */
const ofEvents = kinds.filter(({ tellsOfEvent }) => tellsOfEvent).map(({ name }) => name);

/** Tickets that may follow from the failure of what a service needs. Others have a cause of their own, and are told. */
const ofDependencies = [
  ...kinds.filter(({ cause, tellsOfEvent }) => cause === 'below' && !tellsOfEvent),
  ...burnAlerts.filter(isTicket),
].map(({ name }) => name);

const isOneOf = (label: string, values: readonly string[]): string =>
  `${label} =~ "${values.join('|')}"`;

/** Silences the tickets that follow from a component's failure, of the services that need it and of itself. */
const silenced = (component: string) => {
  const needing = serviceNames.filter((each) => each === component || dependsOn(each, component));
  return {
    target_matchers: [
      'priority = ticket',
      isOneOf('alertname', ofDependencies),
      isOneOf('service', needing),
    ],
    equal,
  };
};

const failing = (store: string): string[] => [
  isOneOf('alertname', ['StoreUnreachable', 'StoreErrors']),
  `component = ${store}`,
];

const primaries = storeNames.filter((store) => stores[store].replicaOf === undefined);

/** Who is told of the cause needs no tickets for what follows from it. */
export const inhibitRules = [
  // A dead store silences what follows from it in the services that need it. A dead
  // replica does not: the primary takes its reads.
  ...primaries.map((store) => ({ source_matchers: failing(store), ...silenced(store) })),
  // A replica cannot follow a dead primary.
  ...storeNames.flatMap((replica) => {
    const { replicaOf } = stores[replica];
    return replicaOf === undefined
      ? []
      : [
          {
            source_matchers: failing(replicaOf),
            target_matchers: ['priority = ticket', `component = ${replica}`],
            equal,
          },
        ];
  }),
  // A dead service silences what follows from it in its callers.
  ...serviceNames.map((service) => ({
    source_matchers: ['alertname = ServiceDown', `component = ${service}`],
    ...silenced(service),
  })),
  // A page about a component silences its tickets.
  {
    source_matchers: ['priority = page'],
    target_matchers: ['priority = ticket', `alertname !~ "${ofEvents.join('|')}"`],
    equal: [...equal, 'component'],
  },
];
