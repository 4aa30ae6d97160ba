import type { BudgetStatus } from '@faultline/contracts/console';
import { classNames } from '@faultline/ui';
import { formatClock } from '../format/clock';
import { formatCount, formatShare } from '../format/units';
import { Icon } from '../parts/icons';
import { Panel } from '../parts/panel';
import styles from './budgets.module.css';

const toneOf = (left: number): 'good' | 'warn' | 'bad' => {
  if (left <= 0) return 'bad';
  return left < 0.25 ? 'warn' : 'good';
};

/** Times faster than allowed, with two digits. */
const burnWords = (burn: number): string =>
  `${burn < 10 ? Number(burn.toPrecision(2)) : formatCount(Number(burn.toPrecision(2)))}×`;

const Burn = ({ burn }: { burn: number | undefined }) => {
  if (burn === undefined) return <span className="soft">–</span>;
  const fast = burn > 1;
  return (
    <span className={classNames(styles.burn, fast && styles.fast)}>
      {fast && <Icon name="amber" size={12} />}
      {burnWords(burn)}
      {fast && <span className="visually-hidden"> too fast</span>}
    </span>
  );
};

const Left = ({ left }: { left: number | undefined }) => {
  if (left === undefined) return <span className="soft">not known</span>;
  return (
    <>
      <span className={styles.left}>{left <= 0 ? 'Used up' : formatShare(left)}</span>
      <span className={classNames(styles.meter, styles[toneOf(left)])} aria-hidden="true">
        <span style={{ width: `${Math.max(0, Math.min(1, left)) * 100}%` }} />
      </span>
    </>
  );
};

interface BudgetsProps {
  budgets: readonly BudgetStatus[];
}

const sinceWords = (budgets: readonly BudgetStatus[]): string => {
  const times = budgets.flatMap(({ since }) => since ?? []);
  return times.length === 0 ? 'no metrics yet' : `spent since ${formatClock(Math.min(...times))}`;
};

/** What is left of the error budgets of the month, and how fast they are spent. */
export const Budgets = ({ budgets }: BudgetsProps) => (
  <Panel title="Error budgets of the month" aside={sinceWords(budgets)}>
    <table className={classNames('table', styles.budgets)}>
      <thead>
        <tr>
          <th scope="col">Objective</th>
          <th scope="col">Left</th>
          <th scope="col" className="number">
            Spent
          </th>
          <th scope="col" className="number">
            Burn rate, 5 min
          </th>
          <th scope="col" className="number">
            1 h
          </th>
        </tr>
      </thead>
      <tbody>
        {budgets.map(({ slo, title, objective, unit, errors, left, burn5m, burn1h }) => (
          <tr key={slo}>
            <th scope="row" className={styles.objective}>
              {title} <span className={styles.target}>{objective}</span>
            </th>
            <td className={styles.cell}>
              <Left left={left} />
            </td>
            <td className="number">
              {errors === undefined ? '–' : formatCount(Math.round(errors))}{' '}
              <span className={styles.unit}>{unit}</span>
            </td>
            <td className="number">
              <span className={styles.label}>burn rate, 5 min </span>
              <Burn burn={burn5m} />
            </td>
            <td className="number">
              <span className={styles.label}>1 h </span>
              <Burn burn={burn1h} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Panel>
);
