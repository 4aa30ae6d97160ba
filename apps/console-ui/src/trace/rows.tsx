import type { Span, Trace } from '@faultline/contracts/console';
import { classNames } from '@faultline/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { hueOf } from '../format/hues';
import { formatDuration } from '../format/units';
import { Icon } from '../parts/icons';
import { ScrollArea } from '../parts/scroll-area';
import { endOf } from './critical-path';
import styles from './rows.module.css';
import type { Row } from './tree';
import type { Waterfall } from './use-waterfall';

interface RowsProps {
  trace: Trace;
  waterfall: Waterfall;
}

const rowHeight = 28;

/** The waterfall: a row per span, fold and log line, drawn only where one looks. */
export const Rows = ({ trace, waterfall }: RowsProps) => {
  const { rows, selected } = waterfall;
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const place = rows.findIndex((row) => row.kind === 'span' && row.key === selected);
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place, { align: 'auto' });
  }, [place, virtual]);

  return (
    <ScrollArea ref={scroll} className={styles.scroll} aria-label="Spans">
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <div
                key={row.key}
                className={styles.place}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <RowOf row={row} trace={trace} waterfall={waterfall} />
              </div>
            )
          );
        })}
      </div>
    </ScrollArea>
  );
};

interface RowProps extends RowsProps {
  row: Row;
}

const RowOf = ({ row, trace, waterfall }: RowProps) => {
  if (row.kind === 'log') return <LogRowOf row={row} trace={trace} waterfall={waterfall} />;
  const spans = row.kind === 'fold' ? row.spans : [row.span];
  const [first] = spans;
  if (!first) return null;
  const { selected, found, find } = waterfall;
  const isFound = spans.some(({ spanId }) => found.has(spanId));
  const failed = spans.filter(({ status }) => status === 'ERROR').length;
  const opens = row.kind === 'fold' || row.descendants > 0;
  const isSelected = row.kind === 'span' && row.key === selected;
  const choose = () =>
    row.kind === 'fold'
      ? waterfall.toggle(row)
      : waterfall.select(isSelected ? undefined : row.key);
  return (
    <div
      className={classNames(
        styles.row,
        isSelected && styles.selected,
        isFound && styles.found,
        find !== '' && !isFound && styles.dim,
      )}
    >
      <div
        className={styles.label}
        style={{ paddingLeft: `${0.25 + Math.min(row.depth, 24) * 0.85}rem` }}
      >
        {opens ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={waterfall.isOpen(row)}
            aria-label={`What is in ${first.name}`}
            onClick={() => waterfall.toggle(row)}
          >
            <Icon name="chevron" size={10} />
          </button>
        ) : (
          <span className={styles.toggle} />
        )}
        <button type="button" className={styles.name} aria-pressed={isSelected} onClick={choose}>
          <span className={styles.hue} style={{ background: `var(${hueOf(first.service)})` }} />
          <span className="soft">{first.service}</span> <strong>{first.name}</strong>
          {row.kind === 'fold' && <span className={styles.times}>× {spans.length}</span>}
          {failed > 0 && (
            <span className={styles.failed}>
              <Icon name="red" size={12} />
              {row.kind === 'fold' ? `${failed} failed` : 'failed'}
            </span>
          )}
        </button>
      </div>
      <Timeline spans={spans} trace={trace} waterfall={waterfall} />
    </div>
  );
};

interface TimelineProps extends RowsProps {
  spans: readonly Span[];
}

const Timeline = ({ spans, trace, waterfall }: TimelineProps) => {
  const { view, critical } = waterfall;
  const length = Math.max(view.to - view.from, 1e-6);
  const share = (time: number) => ((time - trace.start) / trace.duration - view.from) / length;
  const starts = Math.min(...spans.map(({ start }) => start));
  const ends = Math.max(...spans.map(endOf));
  const total = spans.reduce((sum, { duration }) => sum + duration, 0);
  const words =
    spans.length > 1
      ? `${formatDuration(total)} together, ${formatDuration(total / spans.length)} each`
      : formatDuration(total);
  const box = (from: number, to: number) => ({
    left: `${share(from) * 100}%`,
    width: `max(2px, ${(share(to) - share(from)) * 100}%)`,
  });
  // Beside the bar, or on it when it fills the row.
  const [left, right] = [share(starts), share(ends)];
  const place =
    right <= 0.7
      ? { left: `calc(${right * 100}% + 0.35rem)` }
      : left >= 0.3
        ? { right: `calc(${(1 - left) * 100}% + 0.35rem)` }
        : { right: `calc(${Math.max(0, 1 - right) * 100}% + 0.35rem)` };
  const onBar = right > 0.7 && left < 0.3;
  return (
    <div className={styles.timeline}>
      {spans.length > 1 && <span className={styles.extent} style={box(starts, ends)} />}
      {spans.map((span) => (
        <span
          key={span.spanId}
          className={classNames(styles.bar, span.status === 'ERROR' && styles.barFailed)}
          style={{ ...box(span.start, endOf(span)), background: `var(${hueOf(span.service)})` }}
        />
      ))}
      {critical &&
        spans
          .flatMap(({ spanId }) => critical.get(spanId) ?? [])
          .map(({ spanId, from, to }) => (
            <span key={`${spanId} ${from}`} className={styles.critical} style={box(from, to)} />
          ))}
      <span className={classNames(styles.duration, onBar && styles.onBar)} style={place}>
        {words}
      </span>
    </div>
  );
};

const LogRowOf = ({ row, trace, waterfall }: RowProps) => {
  if (row.kind !== 'log') return null;
  const { log, depth } = row;
  const { view } = waterfall;
  const share = ((log.time - trace.start) / trace.duration - view.from) / (view.to - view.from);
  const tone =
    log.level === 'error' || log.level === 'fatal'
      ? 'red'
      : log.level === 'warn'
        ? 'amber'
        : undefined;
  return (
    <div className={classNames(styles.row, styles.log)}>
      <div
        className={styles.label}
        style={{ paddingLeft: `${1.5 + Math.min(depth, 24) * 0.85}rem` }}
      >
        <button type="button" className={styles.name} onClick={() => waterfall.select(log.spanId)}>
          {tone && <Icon name={tone} size={12} className={styles[tone]} />}
          <span className="soft">{log.level}</span> {log.message}{' '}
          <span className="soft">{Object.values(log.attributes).join(' ')}</span>
        </button>
      </div>
      <div className={styles.timeline}>
        {share >= 0 && share <= 1 && (
          <span className={styles.instant} style={{ left: `${share * 100}%` }} />
        )}
      </div>
    </div>
  );
};
