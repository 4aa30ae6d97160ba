import type { MetricHistory } from '@faultline/evidence';
import type { ServiceName } from '@faultline/topology';
import type { EventLog } from '../events/event-log';
import { Listeners } from '../events/listeners';
import type { Change, Changes } from './changes';
import { type Instance, instancesIn } from './instances';

export interface ChangeMonitor extends Changes {
  /** Compares the present with what was before. */
  evaluate(now: number): void;
}

/** What is known of a service. */
interface Known extends Instance {
  count: number;
  /** Another number of instances, and since when. */
  other: { count: number; since: number } | undefined;
}

/** A number of instances counts when it has lasted, in milliseconds; a roll-out shows more for less. */
const lasting = 30_000;
/** Differences that are no restart, in seconds: what is older is kept less precisely. */
const sameStart = 0.01;

const isoTime = (seconds: number): string => new Date(seconds * 1000).toISOString();

const knownOf = ([newest, ...others]: readonly Instance[]): Known | undefined =>
  newest && { ...newest, count: others.length + 1, other: undefined };

/** The changes between what was known and the present, which becomes what is known. */
const changesOf = (
  known: Known,
  { version, start, count }: Known,
  now: number,
): Omit<Change, 'service'>[] => {
  const found: Omit<Change, 'service'>[] = [];
  if (version !== known.version) {
    found.push({ at: now, kind: 'release', before: known.version, after: version });
    known.start = start;
  } else if (count === known.count && Math.abs(start - known.start) > sameStart) {
    found.push({ at: now, kind: 'restart', before: isoTime(known.start), after: isoTime(start) });
    known.start = start;
  }
  known.version = version;

  if (count === known.count) known.other = undefined;
  else if (known.other?.count !== count) known.other = { count, since: now };
  else if (now - known.other.since >= lasting) {
    const { since } = known.other;
    found.push({ at: since, kind: 'scale', before: String(known.count), after: String(count) });
    Object.assign(known, { count, start, other: undefined });
  }
  return found;
};

/** Finds new versions, restarts and other numbers of instances in the metrics of services. */
export const createChangeMonitor = (
  watched: readonly ServiceName[],
  history: MetricHistory,
  log: EventLog<Change>,
): ChangeMonitor => {
  const listeners = new Listeners<Change>();
  // What was saved by an earlier process: a change since then is one, too.
  const known = new Map<ServiceName, Known | undefined>(
    watched.map((service) => [service, knownOf(instancesIn(history.window(service, 0)))]),
  );
  return {
    evaluate: (now) => {
      for (const service of watched) {
        const present = knownOf(instancesIn(history.window(service, now, now)));
        if (!present) continue;
        const before = known.get(service) ?? present;
        known.set(service, before);
        for (const found of changesOf(before, present, now)) {
          const change = { ...found, service };
          log.append(change);
          listeners.tell(change);
        }
      }
    },
    between: (from, to) => log.between(from, to),
    subscribe: listeners.subscribe,
  };
};
