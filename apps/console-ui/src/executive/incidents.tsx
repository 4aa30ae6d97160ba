import type { ComponentIncidents } from '@faultline/contracts/console';
import { classNames } from '@faultline/ui';
import { Link } from 'react-router';
import { formatCount, formatNumberOf, formatSeconds } from '../format/units';
import { Icon } from '../parts/icons';
import { Panel } from '../parts/panel';
import { EmptyState } from '../parts/placeholder';
import { useAddress } from '../time/use-range';
import styles from './incidents.module.css';

interface IncidentsProps {
  components: readonly ComponentIncidents[];
  total: number;
}

/** Which components incidents were about, and how long they lasted. */
export const IncidentsByComponent = ({ components, total }: IncidentsProps) => {
  const address = useAddress();
  const longest = Math.max(1, ...components.map(({ seconds }) => seconds));
  return (
    <Panel
      title="Incidents by component"
      aside={<Link to={address('/incidents')}>all incidents</Link>}
    >
      {components.length === 0 ? (
        <EmptyState title="No incident in this range">
          Alerts open incidents. Choose a longer range above, or break something on the page of
          faults.
        </EmptyState>
      ) : (
        <table className={classNames('table', styles.components)}>
          <thead>
            <tr>
              <th scope="col">Component</th>
              <th scope="col" className="number">
                Incidents
              </th>
              <th scope="col">Lasted</th>
            </tr>
          </thead>
          <tbody>
            {components.map(({ component, opened, open, pages, seconds }) => (
              <tr key={component}>
                <th scope="row">{component}</th>
                <td className="number">
                  {formatCount(opened)}{' '}
                  <span className={styles.kinds}>{formatNumberOf(pages, 'page')}</span>
                </td>
                <td className={styles.lasted}>
                  <span className={styles.time}>
                    {formatSeconds(seconds)}
                    {open > 0 && (
                      <span className={styles.open}>
                        <Icon name="red" size={12} /> {formatCount(open)} open
                      </span>
                    )}
                  </span>
                  <span className={styles.meter} aria-hidden="true">
                    <span style={{ width: `${(seconds / longest) * 100}%` }} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {total > components.length && (
        <p className="soft small">{formatCount(total - components.length)} more components</p>
      )}
    </Panel>
  );
};
