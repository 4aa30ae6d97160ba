import type { Incident } from '@faultline/contracts/console';
import { Icon } from '../parts/icons';
import styles from './state.module.css';

const shown = {
  open: { icon: 'red', words: 'Open' },
  acknowledged: { icon: 'amber', words: 'Acknowledged' },
  resolved: { icon: 'green', words: 'Resolved' },
} as const;

export const IncidentState = ({ incident: { state } }: { incident: Incident }) => {
  const { icon, words } = shown[state];
  return (
    <span className={styles[state]}>
      <Icon name={icon} /> {words}
    </span>
  );
};
