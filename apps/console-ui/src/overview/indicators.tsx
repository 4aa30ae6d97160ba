import type { Indicators as Values } from '@faultline/contracts/console';
import { classNames } from '@faultline/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatMinute } from '../format/clock';
import { formatCount, formatDuration, formatSeconds, formatShare } from '../format/units';
import { Icon, type IconName } from '../parts/icons';
import { useAddress } from '../time/use-range';
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

type Budget = Values['uptimeBudget'];

const budgetTone = ({ left, of }: Budget): TileProps['tone'] => {
  if (left === undefined) return 'unknown';
  if (left <= 0) return 'red';
  return left < of * 0.25 ? 'amber' : 'green';
};

interface BudgetTileProps {
  title: string;
  budget: Budget;
  format: (value: number) => string;
  /** What is said where nothing is known. */
  nothing: string;
}

/** What is left of a month's budget after what is known to be spent. */
const BudgetTile = ({ title, budget, format, nothing }: BudgetTileProps) => {
  const { left, of, since } = budget;
  if (left === undefined || since === undefined)
    return <Tile title={title} value="Not known" note={nothing} tone="unknown" />;
  return (
    <Tile
      title={title}
      value={left <= 0 ? 'Used up' : `${format(left)} left`}
      note={`of ${format(of)} a month, since ${formatMinute(since)}`}
      tone={budgetTone(budget)}
      left={left / of}
    />
  );
};

interface IndicatorsProps {
  values: Values;
  /** The moment shown. */
  at: number;
  /** The oldest metrics. */
  since: number | undefined;
}

export const Indicators = ({ values, at, since }: IndicatorsProps) => {
  const address = useAddress();
  const { uptimeBudget, failedPayments, latency, openAlerts, openIncidents, uptime } = values;
  const slow = latency.p95 !== undefined && latency.p95 > latency.objective;
  const isTooOld = since !== undefined && at < since;
  const nothing = isTooOld
    ? `too old: metrics are kept since ${formatMinute(since)}`
    : 'there are no metrics yet';
  return (
    <dl className={styles.row}>
      <BudgetTile
        title="Uptime budget"
        budget={uptimeBudget}
        format={formatSeconds}
        nothing={nothing}
      />
      <BudgetTile
        title="Failed payments"
        budget={failedPayments}
        format={(count) => formatCount(Math.round(count))}
        nothing={nothing}
      />
      <Tile
        title="Latency, p95"
        value={
          latency.p95 === undefined
            ? isTooOld
              ? 'Not known'
              : 'No requests'
            : formatDuration(latency.p95)
        }
        note={isTooOld ? nothing : `objective ${formatDuration(latency.objective)}`}
        tone={latency.p95 === undefined ? 'unknown' : slow ? 'red' : 'green'}
      />
      <Tile
        title="Alerts"
        value={openAlerts === 0 ? 'None' : `${openAlerts} firing`}
        note={openAlerts === 0 ? 'no alert is firing' : 'see the list'}
        tone={openAlerts === 0 ? 'green' : 'red'}
      />
      {openIncidents !== undefined && (
        <Tile
          title="Incidents"
          value={
            <Link to={address('/incidents')}>
              {openIncidents === 0 ? 'None open' : `${formatCount(openIncidents)} open`}
            </Link>
          }
          note={openIncidents === 0 ? 'all are resolved' : 'not resolved yet'}
          tone={openIncidents === 0 ? 'green' : 'red'}
        />
      )}
      {uptime.map(({ component, share }) => (
        <Tile
          key={component}
          title={`${component} up`}
          value={
            share === undefined ? (isTooOld ? 'Not known' : 'Not checked') : formatShare(share)
          }
          note={isTooOld ? nothing : 'of synthetic checks'}
          tone={
            share === undefined ? 'unknown' : share < 0.99 ? 'red' : share < 1 ? 'amber' : 'green'
          }
        />
      ))}
    </dl>
  );
};
