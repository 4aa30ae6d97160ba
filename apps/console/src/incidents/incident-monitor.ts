import type { Incident } from '@faultline/contracts/console';
import { alertKey } from '@faultline/slo';
import type { EventLog } from '../events/event-log';
import { Listeners } from '../events/listeners';
import type { AlertPeriod, Alerts } from '../health/alerts';
import type { Findings } from './findings';
import type { IncidentEvent, SignalledAlert } from './incident-event';
import type { ActionOutcome, AlertSignal, Incidents, SignalOutcome } from './incidents';
import {
  applyEvent,
  endOf,
  type IncidentRecord,
  shownIncident,
  sourceOf,
  takesIn,
} from './open-incidents';
import { timelineOf } from './timeline';

export interface IncidentMonitor extends Incidents {
  /** Resolves what has recovered; to be called every second or so. */
  evaluate(now: number): void;
}

/** How long the alerts of an incident have to be over before it is resolved: some fire again at once. */
const settleMs = 15_000;

/** How many may be open before the alerts of an Alertmanager open no more. */
const maxOpen = 200;

const signalOf = (period: AlertPeriod): AlertSignal => {
  const { name, summary, priority, component, since, resolvedAt, unobserved } = period;
  return {
    at: resolvedAt ?? since,
    source: 'console',
    firing: resolvedAt === undefined,
    ...(unobserved && { unobserved }),
    alert: { key: alertKey(period), name, summary, priority, component },
  };
};

/**
 * The incidents of the console's own alerts and of those that an Alertmanager tells, kept in a log; what is found of each in
 * another one.
 */
export const createIncidentMonitor = (
  alerts: Pick<Alerts, 'firing' | 'subscribe'>,
  log: EventLog<IncidentEvent>,
  findings: EventLog<Findings>,
  /** When an earlier process evaluated for the last time. */
  lastEvaluated?: number,
): IncidentMonitor => {
  const listeners = new Listeners<Incident>();
  const records = new Map<number, IncidentRecord>();
  let lastId = 0;
  const apply = (event: IncidentEvent): void => {
    applyEvent(records, event);
    lastId = Math.max(lastId, event.incident);
  };
  for (const event of log.all()) apply(event);

  const open = (): IncidentRecord[] => [...records.values()].filter(({ resolved }) => !resolved);

  const record = (event: IncidentEvent): void => {
    apply(event);
    log.append(event);
    const changed = records.get(event.incident);
    if (changed) listeners.tell(shownIncident(changed));
  };

  const startedAt = Date.now();
  /** When a source said last that an alert fires. */
  const heard = new Map<string, number>();
  const heardKey = (key: string, source: string): string => `${key} ${source}`;

  /** Ends the alerts that their source has stopped telling of. */
  const expire = (now: number): void => {
    for (const { id, alerts: its } of records.values())
      for (const { key, firing } of its.values())
        for (const [name, { expireAfterMs, source, fingerprint, since }] of firing) {
          const last = heard.get(heardKey(key, name));
          if (expireAfterMs === undefined || now - (last ?? startedAt) <= expireAfterMs) continue;
          heard.delete(heardKey(key, name));
          const told = { source, ...(fingerprint !== undefined && { fingerprint }) };
          record({
            at: now,
            incident: id,
            kind: 'ended',
            ended: last ?? Math.max(since, lastEvaluated ?? startedAt),
            key,
            ...told,
            expired: true,
          });
        }
  };

  const signal = (signalled: AlertSignal): SignalOutcome => {
    const { at: time, firing, alert, expireAfterMs, unobserved, ...told } = signalled;
    const source = sourceOf(told);
    // One that somebody has resolved holds its alerts until they end.
    const holder = [...records.values()].findLast((each) =>
      each.alerts.get(alert.key)?.firing.has(source),
    );
    const at = Date.now();
    // If it has begun again, its source has lost the end, as an Alertmanager does when it starts without its files.
    const again = holder?.resolved !== undefined && time > holder.resolved.over;
    if (holder && (!firing || again))
      record({
        ...{ at, incident: holder.id, kind: 'ended', ended: time, key: alert.key, ...told },
        ...(unobserved && { unobserved }),
      });
    const isHeld = holder !== undefined && !again;
    const home = isHeld ? holder : homeOf(alert, time);
    const isNew = firing && home === undefined;
    if (isNew && told.source === 'alertmanager' && open().length >= maxOpen) return 'refused';
    if (firing) heard.set(heardKey(alert.key, source), at);
    else heard.delete(heardKey(alert.key, source));
    if (firing && !isHeld) {
      const lease = expireAfterMs === undefined ? {} : { expireAfterMs };
      const incident = home?.id ?? lastId + 1;
      record({ at, incident, kind: 'fired', since: time, alert, ...told, ...lease });
    }
    return 'taken';
  };

  /** The incident that an alert belongs to that began at a time; undefined if it is one of its own. */
  const homeOf = (alert: SignalledAlert, time: number): IncidentRecord | undefined => {
    const isKnown = ({ alerts: its }: IncidentRecord) => its.has(alert.key);
    // A source that is late tells of what is over already.
    const isOver = ({ alerts: its, resolved }: IncidentRecord) =>
      resolved && time < resolved.over && !its.get(alert.key)?.expired;
    return (
      open().find(isKnown) ??
      [...records.values()].findLast((each) => isKnown(each) && isOver(each)) ??
      open().findLast((each) => takesIn(each, alert))
    );
  };

  /** What began or ended while this process did not run. */
  const catchUp = (): void => {
    const firing = new Map(alerts.firing().map((period) => [alertKey(period), period]));
    for (const { alerts: its } of records.values())
      for (const alert of its.values())
        if (alert.firing.has('console') && !firing.has(alert.key))
          signal({
            ...{ at: Math.max(alert.since, lastEvaluated ?? Date.now()), source: 'console' },
            ...{ firing: false, unobserved: true, alert },
          });
    for (const period of firing.values()) signal(signalOf(period));
  };
  catchUp();
  alerts.subscribe((period) => signal(signalOf(period)));

  const findingsOf = (id: number): Findings | undefined =>
    findings.all().findLast(({ incident }) => incident === id);

  const act = (id: number, event: IncidentEvent): ActionOutcome => {
    const found = records.get(id);
    if (!found) return 'unknown';
    if (found.resolved && event.kind !== 'comment') return 'over';
    record(event);
    return 'done';
  };

  return {
    all: () =>
      [...records.values()].map(shownIncident).sort((a, b) => b.since - a.since || b.id - a.id),
    find: (id) => {
      const found = records.get(id);
      return found && shownIncident(found);
    },
    historyOf: (id) =>
      timelineOf(
        log.all().filter(({ incident }) => incident === id),
        id,
      ),
    withoutFirstFailure: () =>
      open()
        // Of other installations there are no traces here.
        .filter(({ hasFirstFailure, installation }) => !hasFirstFailure && !installation)
        .map(shownIncident),
    addFirstFailure: (incident, { at: began, ...where }) => {
      if (records.get(incident)?.hasFirstFailure === false)
        record({ at: Date.now(), incident, kind: 'first-failure', began, ...where });
    },
    withoutLock: () =>
      open()
        .filter(({ lock, installation }) => !lock && !installation)
        .map(shownIncident),
    addLock: (incident, lock) => {
      const found = records.get(incident);
      if (found && !found.lock && !found.resolved)
        record({ at: Date.now(), incident, kind: 'lock', ...lock });
    },
    lockOf: (id) => records.get(id)?.lock,
    acknowledge: (incident, by) =>
      act(incident, { at: Date.now(), incident, kind: 'acknowledged', by }),
    comment: (incident, by, text) =>
      act(incident, { at: Date.now(), incident, kind: 'comment', by, text }),
    resolve: (incident, by) => {
      const at = Date.now();
      return act(incident, { at, incident, kind: 'resolved', by, over: at });
    },
    findingsOf,
    withoutFindings: () =>
      [...records.values()]
        .filter(({ id, resolved }) => resolved && !findingsOf(id))
        .map(shownIncident),
    keepFindings: (found) => findings.append(found),
    signal,
    subscribe: listeners.subscribe,
    evaluate: (now) => {
      expire(now);
      for (const each of open()) {
        const end = endOf(each);
        if (end === undefined || now - end.at < settleMs) continue;
        // An Alertmanager may tell of an end that was long before.
        const over = Math.max(end.at, shownIncident(each).since);
        const by = { kind: end.expired ? 'expiry' : 'recovery' } as const;
        record({ at: now, incident: each.id, kind: 'resolved', by, over });
      }
    },
  };
};
