import type { Attributes, AttributeValue } from '@faultline/contracts/console';
import type { ReactNode } from 'react';
import styles from './attributes.module.css';

interface AttributesProps {
  label: string;
  attributes: Attributes;
  /** What can be done with a value. */
  action?: ((key: string, value: AttributeValue) => ReactNode) | undefined;
}

export const AttributeList = ({ label, attributes, action }: AttributesProps) => {
  const entries = Object.entries(attributes).toSorted(([one], [other]) => one.localeCompare(other));
  if (entries.length === 0) return null;
  return (
    <dl className={styles.list} aria-label={label}>
      {entries.map(([key, value]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>
            <span className={styles.value}>{String(value)}</span>
            {action && <span className={styles.actions}>{action(key, value)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
};
