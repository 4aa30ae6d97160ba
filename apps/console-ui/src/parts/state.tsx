import type { ComponentState } from '@faultline/contracts/console';
import { stateWords } from '@faultline/contracts/console/state-words';
import { classNames } from '@faultline/ui';
import { Icon } from './icons';
import styles from './state.module.css';

interface StateProps {
  state: ComponentState;
  /** Words beside the icon; without them they are for screen readers only. */
  words?: boolean;
}

export const State = ({ state, words = true }: StateProps) => (
  <span className={classNames(styles.state, styles[state])}>
    <Icon name={state} />
    <span className={words ? undefined : 'visually-hidden'}>{stateWords[state]}</span>
  </span>
);
