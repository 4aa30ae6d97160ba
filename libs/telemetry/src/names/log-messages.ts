export type LogLevel = 'info' | 'error';

export interface LogMessageSpec {
  /** `info` helps with debugging; `error` means that somebody should look. */
  levels: readonly LogLevel[];
  /** The service, or the library of the kit. */
  writtenBy: string;
  /** Its own fields, besides those of every line. */
  fields: readonly string[];
  /** What has happened, in one sentence. */
  meaning: string;
}

/**
 * All messages that services may log, in kebab-case, from the general to the specific. A name
 * begins with the service that writes it, or with the part of the kit.
 */
const logMessages = {
  'cart-line-read': {
    levels: ['info'],
    writtenBy: 'cart',
    fields: ['line', 'items'],
    meaning: 'One of the lines of a cart was read.',
  },
  'checkout-cart-not-cleared': {
    levels: ['error'],
    writtenBy: 'api-gateway',
    fields: ['err', 'orderId'],
    meaning: 'An order was paid, but the bought items could not be removed from the cart.',
  },
  'checkout-completed': {
    levels: ['info'],
    writtenBy: 'api-gateway',
    fields: ['orderId', 'amount'],
    meaning: 'A shopper has bought a cart.',
  },
  'console-file-not-usable': {
    levels: ['error'],
    writtenBy: 'console',
    fields: ['file', 'reason'],
    meaning:
      'A file of the console is damaged or of another version; the console begins without it.',
  },
  'console-incident-not-told': {
    levels: ['error'],
    writtenBy: 'console',
    fields: ['incident', 'reason'],
    meaning: 'Slack could not be told of an incident; the console tries again.',
  },
  'console-incident-shortened': {
    levels: ['info'],
    writtenBy: 'console',
    fields: ['incident'],
    meaning:
      'Texts of an incident are too long for Slack, which was told their beginning; once for each incident.',
  },
  'console-store-thread-ended': {
    levels: ['error'],
    writtenBy: 'console',
    fields: ['thread', 'reason'],
    meaning:
      'A thread of the store of traces and logs has ended, such as for want of memory; another one is started.',
  },
  'http-request': {
    levels: ['info', 'error'],
    writtenBy: 'telemetry',
    fields: ['method', 'route', 'status', 'durationMs', 'requestBytes', 'responseBytes'],
    meaning: 'A request has a response, or its client gave up (499); `error` from status 500 on.',
  },
  'http-request-failed': {
    levels: ['error'],
    writtenBy: 'service',
    fields: ['err', 'code', 'route'],
    meaning: 'A request failed, for the reason in `err`.',
  },
  'payment-charge-answer-lost': {
    levels: ['error'],
    writtenBy: 'payment',
    fields: ['chargeId', 'err'],
    meaning: "The provider's response to a charge was lost: the charge is pending.",
  },
  'payment-charge-declined': {
    levels: ['info'],
    writtenBy: 'payment',
    fields: ['chargeId', 'amount', 'reason'],
    meaning: 'The provider declined a charge.',
  },
  'payment-charge-failed': {
    levels: ['info'],
    writtenBy: 'payment',
    fields: ['chargeId', 'amount', 'reason'],
    meaning: 'A charge ended without moving money.',
  },
  'payment-charge-provider-unreachable': {
    levels: ['error'],
    writtenBy: 'payment',
    fields: ['chargeId', 'err'],
    meaning: 'No connection to the provider: the attempt never reached it.',
  },
  'payment-charge-requested': {
    levels: ['info'],
    writtenBy: 'payment',
    fields: ['card', 'amount'],
    meaning: 'A charge was requested.',
  },
  'payment-charge-succeeded': {
    levels: ['info'],
    writtenBy: 'payment',
    fields: ['chargeId', 'amount', 'reason'],
    meaning: 'A charge succeeded.',
  },
  'payment-charge-succeeded-late': {
    levels: ['error'],
    writtenBy: 'payment',
    fields: ['chargeId', 'amount', 'duplicate'],
    meaning:
      'A charge succeeded after its shopper was told that it had failed; with `duplicate`, money must be refunded.',
  },
  'payment-charge-unrecorded': {
    levels: ['error'],
    writtenBy: 'payment',
    fields: ['err'],
    meaning:
      'The result of a charge could not be recorded, after its caller had given up. Reconciliation looks it up.',
  },
  'payment-reconcile-failed': {
    levels: ['error'],
    writtenBy: 'payment',
    fields: ['err'],
    meaning: 'Pending charges could not be resolved; reconciliation tries again.',
  },
  'payment-reconciled': {
    levels: ['info'],
    writtenBy: 'payment',
    fields: ['charges', 'failures'],
    meaning: 'Reconciliation asked the provider for the states of pending charges.',
  },
  'postgres-connection-lost': {
    levels: ['error'],
    writtenBy: 'service',
    fields: ['store', 'reason'],
    meaning: 'The server closed an idle connection; a new one is opened when needed.',
  },
  'postgres-migrated': {
    levels: ['info'],
    writtenBy: 'service',
    fields: ['store', 'applied'],
    meaning: 'The schema is up to date; `applied` names the migrations that were applied.',
  },
  'postgres-migration-failed': {
    levels: ['error'],
    writtenBy: 'service',
    fields: ['store', 'reason'],
    meaning: 'A migration failed and is tried again; the first and every tenth failure are logged.',
  },
  'postgres-not-usable': {
    levels: ['error'],
    writtenBy: 'service',
    fields: ['store', 'err'],
    meaning: 'The database could not be prepared, and the service does not try again.',
  },
  'postgres-query-slow': {
    levels: ['info'],
    writtenBy: 'service',
    fields: ['store', 'durationMs', 'statement'],
    meaning:
      'A statement took `SLOW_QUERY_MS` or longer. A single one is no error: alerts judge a store that stays slow.',
  },
  'postgres-server-read-only': {
    levels: ['error'],
    writtenBy: 'service',
    fields: ['store'],
    meaning:
      'The server accepts no writes; its connections are closed, because another server may be primary now.',
  },
  'redis-command-slow': {
    levels: ['info'],
    writtenBy: 'service',
    fields: ['store', 'durationMs', 'statement'],
    meaning:
      'A command took `SLOW_QUERY_MS` or longer. A single one is no error: alerts judge a store that stays slow.',
  },
  'redis-connection-lost': {
    levels: ['error'],
    writtenBy: 'service',
    fields: ['store', 'reason'],
    meaning:
      'The connection was lost, or could not be opened; the service tries again until it succeeds.',
  },
  'redis-connection-restored': {
    levels: ['info'],
    writtenBy: 'service',
    fields: ['store'],
    meaning: 'A lost connection is restored.',
  },
  'redis-read-from-primary': {
    levels: ['info'],
    writtenBy: 'service',
    fields: ['store'],
    meaning: 'The replica could not serve a read, so the primary did.',
  },
  'redis-replica-following': {
    levels: ['info'],
    writtenBy: 'service',
    fields: ['store'],
    meaning: 'The replica follows its primary again.',
  },
  'redis-replica-not-following': {
    levels: ['error'],
    writtenBy: 'service',
    fields: ['store', 'reason'],
    meaning: 'The replica does not follow its primary; reads go to the primary.',
  },
  'redis-rights-given': {
    levels: ['info'],
    writtenBy: 'service',
    fields: ['store'],
    meaning: 'The Redis user now has the rights that were missing.',
  },
  'redis-rights-missing': {
    levels: ['error'],
    writtenBy: 'service',
    fields: ['store', 'missing'],
    meaning: 'The Redis user lacks the rights in `missing`.',
  },
  'redis-writes-accepted': {
    levels: ['info'],
    writtenBy: 'service',
    fields: ['store'],
    meaning: 'The primary accepts writes again.',
  },
  'redis-writes-refused': {
    levels: ['error'],
    writtenBy: 'service',
    fields: ['store', 'reason'],
    meaning: 'The primary refuses writes.',
  },
  'service-flags-not-read': {
    levels: ['error'],
    writtenBy: 'service',
    fields: ['reason'],
    meaning: 'The file of flags could not be read; the last valid state stays.',
  },
  'service-started': {
    levels: ['info'],
    writtenBy: 'service',
    fields: ['port'],
    meaning: 'The service is listening.',
  },
  'telemetry-stepped-aside': {
    levels: ['info'],
    writtenBy: 'telemetry',
    fields: ['reason'],
    meaning:
      'Another OpenTelemetry SDK is registered: the service makes no spans and exports nothing itself.',
  },
  'telemetry-variable-ignored': {
    levels: ['error'],
    writtenBy: 'telemetry',
    fields: ['variable', 'reason'],
    meaning: 'An environment variable for telemetry has an unsupported name or value.',
  },
} as const satisfies Readonly<Record<string, LogMessageSpec>>;

type LogMessages = typeof logMessages;

export type LogMessage = keyof LogMessages;

/** The messages that may be written at a level. */
export type LogMessageAt<Level extends LogLevel> = {
  [Name in LogMessage]: Level extends LogMessages[Name]['levels'][number] ? Name : never;
}[LogMessage];

/** The fields of a line besides its message. Every field is required, but may be undefined. */
export type LogFields<Name extends LogMessage> = Readonly<
  Record<LogMessages[Name]['fields'][number], unknown>
>;

const isLogMessage = (name: string): name is LogMessage => Object.hasOwn(logMessages, name);

export const logMessageNames: readonly LogMessage[] = Object.keys(logMessages).filter(isLogMessage);

/** The entry of a message, without its own type, for code that is generic over messages. */
export const logMessageOf = (name: LogMessage): LogMessageSpec => logMessages[name];
