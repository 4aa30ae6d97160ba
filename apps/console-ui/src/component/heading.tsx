import type { ComponentStatus } from '@faultline/contracts/console';
import { PageHeading } from '@faultline/ui';
import { formatAgo, formatClock } from '../format/clock';
import { formatNumberOf } from '../format/units';
import { trafficWords } from '../map/words';
import { State } from '../parts/state';
import { useMoment } from '../time/use-moment';
import styles from './heading.module.css';

/** How a component is, since when, and why. */
export const ComponentHeading = ({ component }: { component: ComponentStatus }) => {
  const moment = useMoment();
  const { name, title, kind, state, since, reasons, versions, instances } = component;
  return (
    <div className={styles.heading}>
      <div className={styles.line}>
        <PageHeading title={`${name} – Faultline`} className="heading">
          {name}
        </PageHeading>
        <State state={state} />
        {since !== undefined && (
          <span className="soft">
            since {formatClock(since)}, {formatAgo(since, moment)}
          </span>
        )}
        {kind !== 'shopper' && <span className="tabular">{trafficWords(component)}</span>}
        {title !== name && <span className="soft">{title}</span>}
        {versions.length > 0 && (
          <span className="soft">
            {versions.length > 1 ? 'versions' : 'version'} {versions.join(', ')}
          </span>
        )}
        {instances !== undefined && (
          <span className="soft">{formatNumberOf(instances, 'instance')}</span>
        )}
      </div>
      {reasons.length > 0 && (
        <ul className={styles.reasons}>
          {reasons.map(({ rule, words, since: from }) => (
            <li key={rule + words} className={styles[state]}>
              <strong>{words}</strong> <span className="soft">since {formatClock(from)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
