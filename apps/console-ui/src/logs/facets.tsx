import type { LogFacets } from '@faultline/contracts/console';
import { formatCount } from '../format/units';
import { Icon } from '../parts/icons';
import { asksFor } from '../search/narrow';
import styles from './facets.module.css';
import { levelTone } from './log-list';

interface FacetsProps {
  data: LogFacets;
  query: string;
  onNarrow: (key: string, value: string, exclude: boolean) => void;
}

const names = ['level', 'service', 'message'] as const;
const titles = { level: 'Level', service: 'Service', message: 'Message' };

/** How many lines each value of a field has; a click narrows the search to it, or leaves it out. */
export const Facets = ({ data, query, onNarrow }: FacetsProps) => (
  <>
    {names.map((name) => {
      const maxCount = Math.max(1, ...data[name].map(({ count }) => count));
      return (
        <section key={name} className={styles.facet} aria-label={titles[name]}>
          <h3>
            {titles[name]}
            {data.values[name] > data[name].length &&
              `: the most frequent ${data[name].length} of ${formatCount(data.values[name])}`}
          </h3>
          <ul>
            {data[name].map(({ value, count }) => {
              const tone = name === 'level' ? levelTone(value) : undefined;
              const chosen = asksFor(query, name, value);
              return (
                <li key={value}>
                  <span className={styles.bar} style={{ width: `${(count / maxCount) * 100}%` }} />
                  <button
                    type="button"
                    className={styles.value}
                    aria-pressed={chosen}
                    onClick={() => onNarrow(name, value, false)}
                  >
                    {tone && <Icon name={tone} size={12} className={styles[tone]} />}
                    <span className="truncate">{value}</span>
                  </button>
                  <span className="tabular soft">{formatCount(count)}</span>
                  <button
                    type="button"
                    className={styles.without}
                    aria-label={`Without ${name} ${value}`}
                    title="without"
                    onClick={() => onNarrow(name, value, true)}
                  >
                    −
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      );
    })}
  </>
);
