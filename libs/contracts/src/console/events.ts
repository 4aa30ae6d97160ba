import { type Static, Type } from 'typebox';
import { AlertState, Change, StateChange } from './overview';
import { LogLine } from './telemetry';

/*
 * Server-sent events. Each has a name, and data in JSON.
 */

/** So many events were left out, because there were too many or the client reads too slowly. */
const skipped = Type.Object({ count: Type.Integer() });

/** The events of `/api/events` by their names. */
const consoleEvents = {
  /** A component got another state, or another reason. */
  state: StateChange,
  /** An alert fires, or ended. */
  alert: AlertState,
  /** A new version, a restart, or a change of scale. */
  change: Change,
  /** The keys of the faults that are on, whenever they change, and at first. */
  faults: Type.Object({ on: Type.Array(Type.String()) }),
  /** How much is kept, every two seconds. */
  counts: Type.Object({
    spans: Type.Integer(),
    logs: Type.Integer(),
    received: Type.Integer(),
    dropped: Type.Integer(),
  }),
  skipped,
};
export type ConsoleEvents = {
  [Name in keyof typeof consoleEvents]: Static<(typeof consoleEvents)[Name]>;
};

/** The events of `logTailPath`: lines as they arrive. */
const tailEvents = { log: LogLine, skipped };
export type TailEvents = {
  [Name in keyof typeof tailEvents]: Static<(typeof tailEvents)[Name]>;
};
