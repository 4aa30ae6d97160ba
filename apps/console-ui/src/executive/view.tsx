import type { Executive } from '@faultline/contracts/console';
import { Availability } from './availability';
import { Budgets } from './budgets';
import { Figures } from './figures';
import { IncidentsByComponent } from './incidents';
import { Trend } from './trend';
import styles from './view.module.css';

/** Budgets, incidents and availability at one sight. */
export const ExecutiveView = ({
  data: { from, to, metricsSince, budgets, incidents, availability },
}: {
  data: Executive;
}) => (
  <>
    <Figures figures={incidents.figures} before={incidents.before} budgets={budgets} />
    <div className={styles.panels}>
      <Budgets budgets={budgets} />
      <Availability services={availability} from={Math.max(from, metricsSince ?? from)} to={to} />
      <Trend trend={incidents.trend} />
      <IncidentsByComponent components={incidents.components} total={incidents.total} />
    </div>
  </>
);
