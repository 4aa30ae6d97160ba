import type { AttributeValue, Comparison } from '@faultline/contracts/console';
import { formatCount, formatNumberOf, formatShare } from '../format/units';
import { NoTelemetry } from '../parts/no-telemetry';
import { EmptyState } from '../parts/placeholder';
import { CountedSince } from '../search/count-note';
import styles from './compare.module.css';

interface CompareProps {
  data: Comparison;
  selected: boolean;
  onNarrow: (key: string, value: AttributeValue, exclude: boolean) => void;
}

const Bar = ({ share, className }: { share: number; className: string | undefined }) => (
  <span className={styles.bar}>
    <span className={className} style={{ width: `${share * 100}%` }} />
  </span>
);

const counted = ({ compared, total }: Comparison['selected']): string =>
  compared < total ? `${formatCount(compared)} of ${formatCount(total)}` : formatCount(total);

/** What the selected spans have that the others have not, the largest difference first. */
export const Compare = ({ data, selected, onNarrow }: CompareProps) => {
  const what = selected ? 'selected spans' : 'failed spans';
  if (data.selected.total === 0)
    return (
      <NoTelemetry title={selected ? 'No span is in the rectangle' : 'No span failed'}>
        Drag a rectangle over the slow spans of the heat map to see what they have in common.
      </NoTelemetry>
    );
  if (data.selected.total < data.minSpans)
    return (
      <EmptyState title={`Only ${formatNumberOf(data.selected.total, 'span')} to compare`}>
        {data.minSpans} are needed: wait for more, or look at a longer time.
      </EmptyState>
    );
  if (data.differences.length === 0)
    return (
      <EmptyState title="No attribute tells them apart">
        Select more spans, or other ones.
      </EmptyState>
    );
  return (
    <>
      <p className={styles.legend}>
        <span className={styles.one}>■</span> {counted(data.selected)} {what}{' '}
        <span className={styles.other}>■</span> {counted(data.rest)} others{' '}
        <CountedSince {...data} />
      </p>
      <ol className={styles.list}>
        {data.differences.map(({ key, value, selected: one, rest }) => (
          <li key={`${key} ${typeof value} ${value}`}>
            <div className={styles.words}>
              <span className="soft">{key}</span> <strong>{String(value)}</strong>
            </div>
            <div className={styles.bars}>
              <Bar share={one} className={styles.selectedBar} />
              <span className="tabular">{formatShare(one)}</span>
              <Bar share={rest} className={styles.restBar} />
              <span className="tabular">{formatShare(rest)}</span>
            </div>
            <div className={styles.actions}>
              <button
                type="button"
                onClick={() => onNarrow(key, value, false)}
                aria-label={`Only ${key} ${value}`}
              >
                only
              </button>
              <button
                type="button"
                onClick={() => onNarrow(key, value, true)}
                aria-label={`Without ${key} ${value}`}
              >
                without
              </button>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
};
