import type { IncidentEntry } from '@faultline/contracts/console';
import { actorWords } from '@faultline/contracts/console/actor-words';
import { formatClock } from '../format/clock';
import { formatSeconds } from '../format/units';
import styles from './timeline.module.css';

const kinds: Readonly<Record<IncidentEntry['kind'], string>> = {
  'first-failure': 'First failure',
  lock: 'Lock',
  alert: 'Alert',
  'alert-ended': 'Alert over',
  state: 'State',
  change: 'Change',
  acknowledged: 'Acknowledged',
  comment: 'Comment',
  resolved: 'Resolved',
};

/** Seconds before or after the first alert. */
const offset = (at: number, since: number): string => {
  const seconds = (at - since) / 1000;
  return Math.round(seconds) < 0 ? formatSeconds(seconds) : `+${formatSeconds(seconds)}`;
};

interface TimelineProps {
  entries: readonly IncidentEntry[];
  since: number;
}

export const Timeline = ({ entries, since }: TimelineProps) => (
  <ol className={styles.timeline}>
    {entries.map(({ at, kind, component, words, by }) => (
      <li key={`${at} ${kind} ${component} ${words}`} className={styles[kind]}>
        <time dateTime={new Date(at).toISOString()}>{formatClock(at)}</time>
        <span className="soft">{offset(at, since)}</span>
        <span className={styles.kind}>{kinds[kind]}</span>
        <span>
          {component !== undefined && <strong>{component} </strong>}
          {words}
          {by !== undefined && actorWords(by) !== undefined && (
            <span className="soft"> by {actorWords(by)}</span>
          )}
        </span>
      </li>
    ))}
  </ol>
);
