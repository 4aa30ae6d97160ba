import type { Indicators as Values } from '@faultline/contracts/console';
import { classNames } from '@faultline/ui';
import type { ReactNode } from 'react';
import { formatCount, formatDuration, formatSeconds, formatShare } from '../format/units';
import { Icon, type IconName } from '../parts/icons';
import styles from './indicators.module.css';

interface TileProps {
  title: string;
  value: ReactNode;
  note: string;
  tone: Extract<IconName, 'green' | 'amber' | 'red' | 'unknown'>;
  /** The share that is left of a budget. */
  left?: number;
}

const Tile = ({ title, value, note, tone, left }: TileProps) => (
  <div className={classNames(styles.tile, styles[tone])}>
    <dt className={styles.title}>{title}</dt>
    <dd className={styles.value}>
      <Icon name={tone} />
      <span>{value}</span>
    </dd>
    <dd className={styles.note}>{note}</dd>
    {left !== undefined && (
      <dd className={styles.meter} aria-hidden="true">
        <span style={{ width: `${Math.max(0, Math.min(1, left)) * 100}%` }} />
      </dd>
    )}
  </div>
);

const budgetTone = ({ left, of }: { left: number; of: number }) => {
  if (left <= 0) return 'red';
  return left < of * 0.25 ? 'amber' : 'green';
};

export const Indicators = ({ values }: { values: Values }) => {
  const { uptimeBudget, failedPayments, latency, openAlerts, uptime } = values;
  const slow = latency.p95 !== undefined && latency.p95 > latency.objective;
  return (
    <dl className={styles.row}>
      <Tile
        title="Uptime budget"
        value={uptimeBudget.left < 0 ? 'Used up' : `${formatSeconds(uptimeBudget.left)} left`}
        note={`of ${formatSeconds(uptimeBudget.of)} a month`}
        tone={budgetTone(uptimeBudget)}
        left={uptimeBudget.left / uptimeBudget.of}
      />
      <Tile
        title="Failed payments"
        value={
          failedPayments.left < 0
            ? 'Used up'
            : `${formatCount(Math.round(failedPayments.left))} left`
        }
        note={`of ${formatCount(failedPayments.of)} a month`}
        tone={budgetTone(failedPayments)}
        left={failedPayments.left / failedPayments.of}
      />
      <Tile
        title="Latency, p95"
        value={latency.p95 === undefined ? 'No requests' : formatDuration(latency.p95)}
        note={`objective ${formatDuration(latency.objective)}`}
        tone={latency.p95 === undefined ? 'unknown' : slow ? 'red' : 'green'}
      />
      <Tile
        title="Alerts"
        value={openAlerts === 0 ? 'None' : `${openAlerts} firing`}
        note={openAlerts === 0 ? 'all objectives are met' : 'see the list'}
        tone={openAlerts === 0 ? 'green' : 'red'}
      />
      {uptime.map(({ component, share }) => (
        <Tile
          key={component}
          title={`${component} up`}
          value={share === undefined ? 'Not checked' : formatShare(share)}
          note="of synthetic checks"
          tone={
            share === undefined ? 'unknown' : share < 0.99 ? 'red' : share < 1 ? 'amber' : 'green'
          }
        />
      ))}
    </dl>
  );
};
