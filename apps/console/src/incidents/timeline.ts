import type { Actor, IncidentEntry } from '@faultline/contracts/console';
import { actorOf, type IncidentEvent } from './incident-event';
import { applyEvent, type IncidentRecord } from './open-incidents';

type Ended = Extract<IncidentEvent, { kind: 'ended' }>;

/** The events of an incident as entries. An alert of several sources begins with the first and ends with the last. */
export const timelineOf = (events: readonly IncidentEvent[], id: number): IncidentEntry[] => {
  const records = new Map<number, IncidentRecord>();
  const entries: IncidentEntry[] = [];
  for (const event of events) {
    const key = event.kind === 'fired' ? event.alert.key : event.kind === 'ended' ? event.key : '';
    const fired = fires(records, id, key);
    applyEvent(records, event);
    const record = records.get(id);
    if (record && (key === '' || fires(records, id, key) !== fired))
      entries.push(entryOf(event, record));
  }
  return entries;
};

const entryOf = (event: IncidentEvent, record: IncidentRecord): IncidentEntry => {
  const { at } = event;
  switch (event.kind) {
    case 'first-failure':
      return {
        at: event.began,
        kind: 'first-failure',
        component: event.component,
        words: event.span,
      };
    case 'lock':
      return { at, kind: 'lock', component: event.component, words: event.words };
    case 'fired':
      return {
        at: event.since,
        kind: 'alert',
        component: event.alert.component,
        words: event.alert.summary,
      };
    case 'ended': {
      const alert = record.alerts.get(event.key);
      return {
        at: event.ended,
        kind: 'alert-ended',
        words: `${alert?.summary ?? event.key}${howEnded(event)}`,
        ...(alert && { component: alert.component }),
      };
    }
    case 'acknowledged':
      return { at, kind: 'acknowledged', words: '', by: actorOf(event) };
    case 'comment':
      return { at, kind: 'comment', words: event.text, by: actorOf(event) };
    case 'resolved': {
      const by = actorOf(event);
      return { at: event.over, kind: 'resolved', words: whyOver[by.kind], by };
    }
  }
};

const whyOver: Readonly<Record<Actor['kind'], string>> = {
  recovery: 'its alerts ended',
  expiry: 'its alerts are no longer told by Alertmanager',
  person: '',
  agent: '',
};

const howEnded = ({ expired, unobserved }: Ended): string => {
  if (expired) return ' (no longer told by Alertmanager)';
  return unobserved ? ' (not observed: the console did not run)' : '';
};

/** Whether an alert of an incident fires. */
const fires = (records: ReadonlyMap<number, IncidentRecord>, id: number, key: string): boolean =>
  (records.get(id)?.alerts.get(key)?.firing.size ?? 0) > 0;
