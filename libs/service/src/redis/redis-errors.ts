import { isConnectionError } from '../store-unavailable';

/** ioredis has no codes for a connection that is down, only these messages. */
const down =
  /^(Connection is closed|Command aborted due to connection close|Stream isn't writeable|Command timed out|Socket timeout|Reached the max retries)/;

/**
 * Reply codes of a server that cannot serve now, independent of the command. All other codes (ERR,
 * WRONGTYPE, NOSCRIPT and so on) are about the command.
 */
const outages = new Set([
  // Its role: a replica, or one that is changing.
  'READONLY',
  'MASTERDOWN',
  'NOREPLICAS',
  'UNBLOCKED',
  'INPROG',
  // Its resources: memory full, disk not writable, or too many clients.
  'OOM',
  'MISCONF',
  'IOERR',
  'MAXCLIENTS',
  // Our rights.
  'NOAUTH',
  'WRONGPASS',
  'NOPERM',
  'DENIED',
  // Its state: starting, or busy with a script that cannot be stopped.
  'LOADING',
  'BUSY',
  'UNKILLABLE',
  // Its cluster: the key belongs to no server, or to another one.
  'CLUSTERDOWN',
  'TRYAGAIN',
  'MOVED',
  'ASK',
]);

/** Codes after which a new connection to the same address may succeed. */
const elsewhere = new Set(['READONLY', 'UNBLOCKED', 'NOAUTH']);

/** Conditions of the server that Redis reports under the general code. */
const underGeneralCode: readonly [RegExp, string][] = [
  [/^ERR max number of clients/, 'MAXCLIENTS'],
  [/^ERR The user executing the script can't/, 'NOPERM'],
];

/**
 * The first word of an error reply is its code. The reply of a refused transaction also contains the
 * reason, and that of a script, before Redis 7, the error of its command.
 */
const code =
  /^(?:EXECABORT Transaction discarded because of: |ERR Error running script [^-]*-)?([A-Z]+)\b/;

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  const [, general] = underGeneralCode.find(([pattern]) => pattern.test(error.message)) ?? [];
  return general ?? code.exec(error.message)?.[1] ?? '';
};

/** The error and, for a refused transaction, those of its queued commands. */
const withQueued = (error: unknown): unknown[] =>
  error instanceof Error && 'previousErrors' in error && Array.isArray(error.previousErrors)
    ? [...error.previousErrors, error]
    : [error];

const isDown = (error: unknown): boolean =>
  isConnectionError(error) || (error instanceof Error && down.test(error.message));

/** The reply code of an unusable server; undefined for any other error. */
const outageCode = (error: unknown): string | undefined =>
  withQueued(error)
    .map(codeOf)
    .find((each) => outages.has(each));

/** Whether an error means that the server cannot be used, independent of the command. */
export const isRedisOutage = (error: unknown): boolean =>
  outageCode(error) !== undefined || withQueued(error).some(isDown);

/** Whether a new connection to the same address may succeed. */
export const needsNewConnection = (error: unknown): boolean => elsewhere.has(codeOf(error));

/** The class of an error for metrics: the code of an outage, `unavailable` without one, or `error`. */
export const redisErrorType = (error: unknown): string =>
  outageCode(error) ?? (isRedisOutage(error) ? 'unavailable' : 'error');
