import type { BudgetStatus, IncidentFigures } from '@faultline/contracts/console';
import { classNames } from '@faultline/ui';
import { formatCount, formatSeconds, formatShare } from '../format/units';
import { Icon, type IconName } from '../parts/icons';
import styles from './figures.module.css';

interface FigureProps {
  title: string;
  value: string;
  note: string;
  tone?: Extract<IconName, 'green' | 'amber' | 'red'>;
}

const Figure = ({ title, value, note, tone }: FigureProps) => (
  <div className={classNames(styles.figure, tone && styles[tone])}>
    <dt className={styles.title}>{title}</dt>
    <dd className={styles.value}>
      {tone && <Icon name={tone} size={18} />}
      {value}
    </dd>
    <dd className={styles.note}>{note}</dd>
  </div>
);

const inSeconds = (seconds: number | undefined): string =>
  seconds === undefined ? 'None' : formatSeconds(seconds);

const beforeWords = (seconds: number | undefined): string =>
  seconds === undefined
    ? 'none in the time before'
    : `${formatSeconds(seconds)} in the time before`;

interface FiguresProps {
  figures: IncidentFigures;
  before: IncidentFigures;
  budgets: readonly BudgetStatus[];
}

export const Figures = ({ figures, before, budgets }: FiguresProps) => {
  const [scarcest] = budgets
    .flatMap(({ left, unit }) => (left === undefined ? [] : [{ left, unit }]))
    .toSorted((one, other) => one.left - other.left);
  return (
    <dl className={styles.row}>
      <Figure
        title="Incidents"
        value={formatCount(figures.opened)}
        note={`${formatCount(before.opened)} in the time before`}
      />
      <Figure
        title="Open now"
        value={formatCount(figures.open)}
        note={figures.open === 0 ? 'no incident is open' : 'not resolved yet'}
        tone={figures.open === 0 ? 'green' : 'red'}
      />
      <Figure
        title="Acknowledged after (MTTA)"
        value={inSeconds(figures.mtta)}
        note={beforeWords(before.mtta)}
      />
      <Figure
        title="Resolved after (MTTR)"
        value={inSeconds(figures.mttr)}
        note={beforeWords(before.mttr)}
      />
      {scarcest && (
        <Figure
          title="Scarcest budget"
          value={scarcest.left <= 0 ? 'Used up' : `${formatShare(scarcest.left)} left`}
          note={scarcest.unit}
          tone={scarcest.left <= 0 ? 'red' : scarcest.left < 0.25 ? 'amber' : 'green'}
        />
      )}
    </dl>
  );
};
