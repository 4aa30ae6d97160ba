import type { TraceLine } from '@faultline/contracts/console';
import { classNames } from '@faultline/ui';
import { Link, useNavigate } from 'react-router';
import { formatInstant } from '../format/clock';
import { hueOf } from '../format/hues';
import { formatDuration, formatNumberOf } from '../format/units';
import { tracePath } from '../layout/pages';
import { useKeys } from '../layout/use-keys';
import { useRowKeys } from '../layout/use-row-keys';
import { Icon } from '../parts/icons';
import { useAddress } from '../time/use-range';
import type { Column, Sorting } from './sorting';
import styles from './table.module.css';

interface TraceTableProps {
  traces: readonly TraceLine[];
  /** Whether something was searched for; else all spans of a trace are hits. */
  isSearch: boolean;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  /** The id of a trace. */
  selected: string | undefined;
  onSelect: (traceId: string | undefined) => void;
  /** The ids of those that are to be compared. */
  marked: readonly string[];
  onMark: (traceId: string) => void;
}

const titles: Readonly<Record<Column, string>> = {
  start: 'Start',
  name: 'Request',
  duration: 'Duration',
  hits: 'Hits',
  longestHit: 'Longest hit',
  spans: 'Spans',
  errors: 'Failed',
};

export const TraceTable = ({
  traces,
  isSearch,
  sorting,
  onSort,
  selected,
  onSelect,
  marked,
  onMark,
}: TraceTableProps) => {
  const address = useAddress();
  const navigate = useNavigate();
  const slowest = Math.max(...traces.map(({ duration }) => duration), 1e-3);
  useRowKeys({
    ids: traces.map(({ traceId }) => traceId),
    selected,
    onSelect,
    onOpen: (traceId) => void navigate(address(tracePath(traceId))),
  });
  useKeys({
    m: () => {
      if (selected !== undefined) onMark(selected);
    },
  });

  const head = (by: Column, className?: string) => (
    <th
      className={className}
      aria-sort={sorting.by === by ? (sorting.up ? 'ascending' : 'descending') : 'none'}
    >
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort({ by, up: sorting.by === by ? !sorting.up : false })}
      >
        {titles[by]} {sorting.by === by && (sorting.up ? '↑' : '↓')}
      </button>
    </th>
  );

  return (
    <table className={classNames('table', styles.table)}>
      <thead>
        <tr>
          <th className={styles.mark}>
            <span className="visually-hidden">Compare</span>
          </th>
          {head('start', styles.start)}
          {head('name')}
          {head('duration', styles.duration)}
          {isSearch && head('hits', classNames('number', styles.hits))}
          {isSearch && head('longestHit', classNames('number', styles.longest))}
          {head('spans', classNames('number', styles.count))}
          {head('errors', styles.count)}
        </tr>
      </thead>
      <tbody>
        {traces.map(
          ({ traceId, start, duration, hits, longestHit, spans, errors, service, name }, row) => (
            <tr
              key={traceId}
              className={traceId === selected ? styles.selected : undefined}
              data-row={row}
            >
              <td className={styles.mark}>
                <input
                  type="checkbox"
                  aria-label={`Compare trace ${traceId.slice(0, 8)} of ${formatInstant(start)}`}
                  checked={marked.includes(traceId)}
                  onChange={() => onMark(traceId)}
                />
              </td>
              <td className={classNames('soft', styles.start)}>{formatInstant(start)}</td>
              <td className={styles.name}>
                <Link to={address(tracePath(traceId))}>
                  {service !== undefined && name !== undefined ? (
                    <>
                      <span
                        className={styles.service}
                        style={{ background: `var(${hueOf(service)})` }}
                      />
                      <span className="soft">{service}</span> <strong>{name}</strong>
                    </>
                  ) : (
                    <span className="soft">still arriving: {traceId.slice(0, 8)}</span>
                  )}
                </Link>
              </td>
              <td>
                <span className={styles.bar}>
                  <span style={{ width: `${(duration / slowest) * 100}%` }} />
                </span>
                {formatDuration(duration)}
              </td>
              {isSearch && (
                <>
                  <td className={classNames('number', styles.hits)}>{hits}</td>
                  <td className={classNames('number', styles.longest)}>
                    {formatDuration(longestHit)}
                  </td>
                </>
              )}
              <td className="number">{spans}</td>
              <td>
                {errors > 0 && (
                  <span className={styles.failed}>
                    <Icon name="red" size={12} /> {formatNumberOf(errors, 'span')}
                  </span>
                )}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
};
