import type { Actor, Incident, IncidentEntry } from '@faultline/contracts/console';
import type { Findings } from './findings';
import type { AlertSource, SignalledAlert } from './incident-event';

/** An alert began to fire, or ended, as a source tells it. */
export interface AlertSignal {
  at: number;
  source: AlertSource;
  fingerprint?: string;
  firing: boolean;
  /** It ended while the console did not run, which `at` is the beginning of. */
  unobserved?: true;
  /** It is over when its source does not say for so long that it fires: an end that is not told, as of a silenced alert. */
  expireAfterMs?: number;
  alert: SignalledAlert;
}

/** What became of a signal: it is refused if it would open an incident while too many are open. */
export type SignalOutcome = 'taken' | 'refused';

/** What people and alerts have done to an incident, oldest first. */
export type IncidentHistory = readonly IncidentEntry[];

/** What is done to an incident can be done: `unknown`, or `over` if it is resolved already. */
export type ActionOutcome = 'done' | 'unknown' | 'over';

/** Where the first trace of an incident failed. */
export interface FirstFailure {
  at: number;
  component: string;
  /** The name of the span. */
  span: string;
}

/** Statements of a database that wait for each other. */
export interface Lock {
  component: string;
  /** Who waits for whom. */
  words: string;
}

/** Incidents over their retention. All times are in ms since 1970. */
export interface Incidents {
  /** The newest first. */
  all(): Incident[];
  find(id: number): Incident | undefined;
  historyOf(id: number): IncidentHistory;
  acknowledge(id: number, by: Actor): ActionOutcome;
  comment(id: number, by: Actor, text: string): ActionOutcome;
  resolve(id: number, by: Actor): ActionOutcome;
  /** Takes what a source says of an alert. Saying it twice changes nothing. */
  signal(signal: AlertSignal): SignalOutcome;
  /** Those that are not resolved, and have no first failure yet. */
  withoutFirstFailure(): Incident[];
  addFirstFailure(id: number, failure: FirstFailure): void;
  /** Those that are not resolved, and have no lock yet. */
  withoutLock(): Incident[];
  addLock(id: number, lock: Lock): void;
  /** The first lock that was found while it was open. */
  lockOf(id: number): Lock | undefined;
  /** What is kept of one that was resolved. */
  findingsOf(id: number): Findings | undefined;
  /** Those that are resolved, and of which nothing is kept yet. */
  withoutFindings(): Incident[];
  keepFindings(findings: Findings): void;
  /** Calls `listen` with each incident that changed, until the returned function is called. */
  subscribe(listen: (incident: Incident) => void): () => void;
}
