import { arrayOf, isBoolean, isInteger, isText, objectOf, optional } from '../../guards';
import type {
  AlertState,
  Change,
  ComponentStatus,
  ConsoleStatus,
  Edge,
  Indicators,
  Overview,
  Reason,
  StateChange,
} from '..';
import { isNumber, isState, listOf, oneOf, range, red } from './parts';

export const isConsoleStatus = objectOf<ConsoleStatus>({
  version: isText,
  shop: isBoolean,
  docsUrl: optional(isText),
  bundle: optional(objectOf<NonNullable<ConsoleStatus['bundle']>>(range)),
  keptSince: optional(isNumber),
  spans: isInteger,
  logs: isInteger,
  bytes: isNumber,
  maxBytes: isNumber,
  received: isInteger,
  dropped: isInteger,
  refused: isInteger,
  rejected: isInteger,
});

const isComponentStatus = objectOf<ComponentStatus>({
  name: isText,
  title: isText,
  kind: oneOf('shopper', 'page', 'service', 'store', 'external'),
  state: isState,
  since: optional(isNumber),
  reasons: arrayOf(
    objectOf<Reason>({
      rule: oneOf('offline', 'errors', 'logs', 'store', 'slow', 'alert'),
      words: isText,
      value: optional(isNumber),
      since: isNumber,
    }),
  ),
  ...red,
  versions: arrayOf(isText),
  instances: optional(isInteger),
});

const isAlertState = objectOf<AlertState>({
  name: isText,
  priority: oneOf('page', 'ticket'),
  summary: isText,
  component: isText,
  condition: isText,
  value: optional(isNumber),
  since: isNumber,
  resolved: optional(isNumber),
  runbook: optional(isText),
});

const isChange = objectOf<Change>({
  at: isNumber,
  kind: oneOf('version', 'restart', 'scale'),
  component: isText,
  words: isText,
});

const isBudget = objectOf<Indicators['uptimeBudget']>({
  left: optional(isNumber),
  of: isNumber,
  since: optional(isNumber),
});

const isIndicators = objectOf<Indicators>({
  uptimeBudget: isBudget,
  failedPayments: isBudget,
  latency: objectOf<Indicators['latency']>({ p95: optional(isNumber), objective: isNumber }),
  openAlerts: isInteger,
  openIncidents: optional(isInteger),
  uptime: arrayOf(
    objectOf<Indicators['uptime'][number]>({
      component: isText,
      share: optional(isNumber),
      since: isNumber,
    }),
  ),
});

export const isOverview = objectOf<Overview>({
  at: isNumber,
  keptSince: optional(isNumber),
  metricsSince: optional(isNumber),
  indicators: isIndicators,
  components: arrayOf(isComponentStatus),
  edges: arrayOf(objectOf<Edge>({ from: isText, to: isText, ...red })),
  alerts: arrayOf(isAlertState),
  totalAlerts: isInteger,
  changes: arrayOf(isChange),
  totalChanges: isInteger,
  faultsOn: optional(isInteger),
});

export const isStateList = listOf(
  objectOf<StateChange>({
    at: isNumber,
    component: isText,
    state: isState,
    rule: optional(isText),
    words: optional(isText),
  }),
);
