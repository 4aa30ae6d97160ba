import { classNames } from '@faultline/ui';
import { api } from '../api/client';
import { useRanged } from '../api/queries';
import { formatCount } from '../format/units';
import { Panel } from '../parts/panel';
import { Loaded } from '../parts/placeholder';
import styles from './summary.module.css';

interface SummaryProps {
  onNarrow: (key: string, value: string, exclude: boolean) => void;
}

/** Which messages are new or gone, against the same time before. */
export const Summary = ({ onNarrow }: SummaryProps) => {
  const summary = useRanged(
    ['log summary'],
    (window) => api.logSummary({ query: { limit: 200, ...window } }),
    { period: 5000 },
  );
  return (
    <Panel title="New and gone" scrolls>
      <Loaded what="The summary" query={summary}>
        {({ items }) => {
          const changed = items.filter(({ novelty }) => novelty !== 'known');
          if (changed.length === 0)
            return <p className="soft small">The same messages as in the time before.</p>;
          return (
            <ul className={styles.list}>
              {changed.map(({ service, message, level, count, before, novelty }) => (
                <li key={service + level + message}>
                  <span className={classNames(styles.novelty, novelty === 'new' && styles.new)}>
                    {novelty === 'new' ? 'New' : 'Gone'}
                  </span>
                  <button
                    type="button"
                    className={styles.message}
                    onClick={() => onNarrow('message', message, false)}
                  >
                    {message}
                  </button>{' '}
                  <span className="soft small">
                    {service} {level} · {formatCount(novelty === 'new' ? count : before)}
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Panel>
  );
};
