import type { ComponentState, ComponentStatus } from '@faultline/contracts/console';
import { classNames } from '@faultline/ui';
import { Link } from 'react-router';
import { componentPath } from '../layout/pages';
import { State } from '../parts/state';
import { useAddress } from '../time/use-range';
import styles from './component-list.module.css';
import { reasonWords, trafficWords } from './words';

const order: Readonly<Record<ComponentState, number>> = { red: 0, amber: 1, unknown: 2, green: 3 };

/** The map for narrow screens: what needs a look comes first. */
export const ComponentList = ({ components }: { components: readonly ComponentStatus[] }) => {
  const address = useAddress();
  const shown = components
    .filter(({ kind }) => kind !== 'shopper')
    .toSorted((one, other) => order[one.state] - order[other.state]);
  return (
    <ul className={styles.list}>
      {shown.map((component) => (
        <li key={component.name} className={classNames(styles.item, styles[component.state])}>
          <span className={styles.head}>
            <Link to={address(componentPath(component.name))}>{component.name}</Link>
            <State state={component.state} />
          </span>
          <span className="soft small tabular">{trafficWords(component)}</span>
          {component.reasons.length > 0 && <strong>{reasonWords(component)}</strong>}
        </li>
      ))}
    </ul>
  );
};
