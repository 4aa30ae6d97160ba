// Imports only types and the parts of guards, because TypeBox, which could check the schemas themselves, is too large
// for a page.
import { arrayOf, type Guard, isBoolean, isInteger, isText, objectOf, optional } from '../guards';
import type {
  AlertState,
  Attributes,
  Change,
  Comparison,
  ComponentStatus,
  ConsoleStatus,
  Edge,
  ErrorGroup,
  FaultCard,
  FaultList,
  FaultSetting,
  Frame,
  HeatMap,
  Incident,
  IncidentDetail,
  IncidentList,
  Indicators,
  List,
  LogFacets,
  LogLine,
  LogPage,
  LogSummary,
  Overview,
  PostgresDetail,
  Reason,
  RedGroup,
  RedisDetail,
  RedSeries,
  ResourceChart,
  Resources,
  Span,
  StateChange,
  StoreDetail,
  Trace,
  TraceLine,
  TracePage,
} from '.';

const isNumber = (value: unknown): value is number => Number.isFinite(value);

const isNumberOrNull = (value: unknown): value is number | null =>
  value === null || isNumber(value);

const oneOf =
  <const Value extends string>(...values: readonly Value[]): Guard<Value> =>
  (value): value is Value =>
    values.some((known) => known === value);

const either =
  <One, Other>(isOne: Guard<One>, isOther: Guard<Other>): Guard<One | Other> =>
  (value): value is One | Other =>
    isOne(value) || isOther(value);

const recordOf =
  <Value>(isValue: Guard<Value>): Guard<Record<string, Value>> =>
  (value): value is Record<string, Value> =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isValue);

const searched = { searchedSince: optional(isNumber) };

const page = {
  total: isInteger,
  truncated: isBoolean,
  next: optional(isText),
  keptSince: optional(isNumber),
  ...searched,
};

const listOf = <Item>(isItem: Guard<Item>): Guard<List<Item>> =>
  objectOf<List<Item>>({ items: arrayOf(isItem), ...page });

const isAttributes: Guard<Attributes> = recordOf(either(either(isText, isNumber), isBoolean));

const range = { from: isNumber, to: isNumber };
const red = { rate: isNumber, errorShare: isNumber, p95: optional(isNumber) };
const isState = oneOf('green', 'amber', 'red', 'unknown');
const isNovelty = oneOf('new', 'gone', 'known');

export const isConsoleStatus = objectOf<ConsoleStatus>({
  version: isText,
  shop: isBoolean,
  bundle: optional(objectOf<NonNullable<ConsoleStatus['bundle']>>(range)),
  keptSince: optional(isNumber),
  spans: isInteger,
  logs: isInteger,
  bytes: isNumber,
  maxBytes: isNumber,
  received: isInteger,
  dropped: isInteger,
  refused: isInteger,
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
});

const isChange = objectOf<Change>({
  at: isNumber,
  kind: oneOf('version', 'restart', 'scale'),
  component: isText,
  words: isText,
});

const isBudget = objectOf<Indicators['uptimeBudget']>({ left: isNumber, of: isNumber });

const isIndicators = objectOf<Indicators>({
  uptimeBudget: isBudget,
  failedPayments: isBudget,
  latency: objectOf<Indicators['latency']>({ p95: optional(isNumber), objective: isNumber }),
  openAlerts: isInteger,
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
  indicators: isIndicators,
  components: arrayOf(isComponentStatus),
  edges: arrayOf(objectOf<Edge>({ from: isText, to: isText, ...red })),
  alerts: arrayOf(isAlertState),
  changes: arrayOf(isChange),
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

const isValues = arrayOf(isNumberOrNull);

export const isRedSeries = objectOf<RedSeries>({
  times: arrayOf(isNumber),
  groups: arrayOf(
    objectOf<RedGroup>({
      name: isText,
      requests: isInteger,
      rate: isValues,
      errorShare: isValues,
      p95: isValues,
    }),
  ),
  total: isInteger,
  truncated: isBoolean,
});

export const isResources = objectOf<Resources>({
  times: arrayOf(isNumber),
  charts: arrayOf(
    objectOf<ResourceChart>({
      name: isText,
      unit: oneOf('share', 'bytes', 'milliseconds', 'count', 'per second'),
      limit: optional(isNumber),
      lines: arrayOf(objectOf<ResourceChart['lines'][number]>({ name: isText, values: isValues })),
    }),
  ),
});

export const isHeatMap = objectOf<HeatMap>({
  ...range,
  columnMilliseconds: isNumber,
  rowsPerDoubling: isInteger,
  cells: arrayOf(
    objectOf<HeatMap['cells'][number]>({
      column: isInteger,
      row: isInteger,
      count: isInteger,
      errors: isInteger,
      traceId: isText,
    }),
  ),
  keptSince: optional(isNumber),
});

const isCompared = objectOf<Comparison['selected']>({ compared: isInteger, total: isInteger });

export const isComparison = objectOf<Comparison>({
  selected: isCompared,
  rest: isCompared,
  differences: arrayOf(
    objectOf<Comparison['differences'][number]>({
      key: isText,
      value: isText,
      selected: isNumber,
      rest: isNumber,
    }),
  ),
});

export const isErrorList = listOf(
  objectOf<ErrorGroup>({
    message: isText,
    type: optional(isText),
    component: isText,
    count: isInteger,
    before: isInteger,
    first: isNumber,
    last: isNumber,
    novelty: isNovelty,
    traceId: optional(isText),
  }),
);

export const isTracePage: Guard<TracePage> = listOf(
  objectOf<TraceLine>({
    traceId: isText,
    start: isNumber,
    duration: isNumber,
    spans: isInteger,
    errors: isInteger,
    service: optional(isText),
    name: optional(isText),
    hits: isInteger,
  }),
);

const isLogLine = objectOf<LogLine>({
  time: isNumber,
  service: isText,
  level: isText,
  message: isText,
  traceId: optional(isText),
  spanId: optional(isText),
  attributes: isAttributes,
});

export const isLogPage: Guard<LogPage> = listOf(isLogLine);

const isSpan = objectOf<Span>({
  spanId: isText,
  parentSpanId: optional(isText),
  service: isText,
  name: isText,
  kind: isText,
  status: oneOf('UNSET', 'OK', 'ERROR'),
  start: isNumber,
  duration: isNumber,
  selfTime: isNumber,
  criticalTime: isNumber,
  attributes: isAttributes,
  resource: isAttributes,
  events: arrayOf(
    objectOf<Span['events'][number]>({ name: isText, time: isNumber, attributes: isAttributes }),
  ),
  links: arrayOf(objectOf<Span['links'][number]>({ traceId: isText, spanId: isText })),
});

export const isTrace = objectOf<Trace>({
  traceId: isText,
  start: isNumber,
  duration: isNumber,
  spans: arrayOf(isSpan),
  logs: arrayOf(isLogLine),
  totalSpans: isInteger,
  totalLogs: isInteger,
  truncated: isBoolean,
});

const isFacet = arrayOf(objectOf<LogFacets['level'][number]>({ value: isText, count: isInteger }));

export const isLogFacets = objectOf<LogFacets>({
  service: isFacet,
  level: isFacet,
  message: isFacet,
  ...searched,
});

export const isLogSummary: Guard<LogSummary> = listOf(
  objectOf<LogSummary['items'][number]>({
    service: isText,
    level: isText,
    message: isText,
    count: isInteger,
    before: isInteger,
    novelty: isNovelty,
  }),
);

const isPostgresDetail = objectOf<PostgresDetail>({
  engine: oneOf('postgresql'),
  connections: arrayOf(
    objectOf<PostgresDetail['connections'][number]>({ state: isText, count: isInteger }),
  ),
  maxConnections: isInteger,
  statements: arrayOf(
    objectOf<PostgresDetail['statements'][number]>({
      statement: isText,
      calls: isInteger,
      mean: isNumber,
      total: isNumber,
    }),
  ),
  locks: arrayOf(
    objectOf<PostgresDetail['locks'][number]>({
      pid: isInteger,
      user: isText,
      statement: isText,
      waiting: isNumber,
      blockedBy: isInteger,
      blockerUser: isText,
      blockerStatement: isText,
      blockerState: isText,
    }),
  ),
});

const isRedisDetail = objectOf<RedisDetail>({
  engine: oneOf('redis'),
  role: isText,
  connections: isInteger,
  maxConnections: isInteger,
  memory: isNumber,
  maxMemory: optional(isNumber),
  keys: isInteger,
  commands: arrayOf(
    objectOf<RedisDetail['commands'][number]>({
      command: isText,
      calls: isInteger,
      mean: isNumber,
    }),
  ),
  replicas: arrayOf(
    objectOf<RedisDetail['replicas'][number]>({ name: isText, lagBytes: isNumber, state: isText }),
  ),
});

export const isStoreDetail = objectOf<StoreDetail>({
  name: isText,
  detail: optional(either(isPostgresDetail, isRedisDetail)),
  problem: optional(isText),
  log: isLogPage,
});

const isSettingValue = either(isNumber, isText);

const isFaultSetting = objectOf<FaultSetting>({
  name: isText,
  description: isText,
  kind: oneOf('number', 'duration', 'text', 'choice'),
  default: optional(isSettingValue),
  minimum: optional(isNumber),
  maximum: optional(isNumber),
  choices: optional(arrayOf(isText)),
});

export const isFaultCard = objectOf<FaultCard>({
  key: isText,
  title: isText,
  service: isText,
  difficulty: isText,
  userImpact: isText,
  expect: arrayOf(isText),
  mechanism: isText,
  remedy: isText,
  hints: arrayOf(isText),
  settings: arrayOf(isFaultSetting),
  on: optional(
    objectOf<NonNullable<FaultCard['on']>>({
      settings: recordOf(isSettingValue),
      until: optional(isNumber),
    }),
  ),
  hitShare: optional(isNumber),
  problem: optional(isText),
  leavesBehind: optional(isText),
});

export const isFaultList = objectOf<FaultList>({
  items: arrayOf(isFaultCard),
  readOnly: isBoolean,
});

export const isNothing = objectOf<Record<never, never>>({});

export const isFrame: Guard<Frame> = objectOf<Frame>({
  name: isText,
  value: isNumber,
  children: (value): value is Frame['children'] =>
    Array.isArray(value) && value.every((child) => isFrame(child)),
});

const isPriority = oneOf('page', 'ticket');

const isIncident = objectOf<Incident>({
  id: isInteger,
  title: isText,
  priority: isPriority,
  component: isText,
  components: arrayOf(isText),
  state: oneOf('open', 'acknowledged', 'resolved'),
  since: isNumber,
  acknowledged: optional(isNumber),
  acknowledgedBy: optional(isText),
  resolved: optional(isNumber),
  resolvedBy: optional(isText),
  alerts: arrayOf(
    objectOf<Incident['alerts'][number]>({
      name: isText,
      summary: isText,
      priority: isPriority,
      component: isText,
      since: isNumber,
      resolved: optional(isNumber),
    }),
  ),
});

export const isIncidentDetail = objectOf<IncidentDetail>({
  incident: isIncident,
  timeline: arrayOf(
    objectOf<IncidentDetail['timeline'][number]>({
      at: isNumber,
      kind: oneOf('alert', 'alert-ended', 'state', 'change', 'acknowledged', 'comment', 'resolved'),
      component: optional(isText),
      words: isText,
      by: optional(isText),
    }),
  ),
});

export const isIncidentList = objectOf<IncidentList>({
  items: arrayOf(isIncident),
  ...page,
  figures: objectOf<IncidentList['figures']>({
    open: isInteger,
    opened: isInteger,
    mtta: optional(isNumber),
    mttr: optional(isNumber),
  }),
});
