import type { AttributeValue, LogLine } from '@faultline/contracts/console';
import { termOf } from '@faultline/contracts/console/search-terms';
import { classNames } from '@faultline/ui';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { formatInstant } from '../format/clock';
import { hueOf } from '../format/hues';
import { tracePath } from '../layout/pages';
import { AttributeList } from '../parts/attributes';
import { Icon } from '../parts/icons';
import { ScrollArea } from '../parts/scroll-area';
import { useParam } from '../search/use-param';
import { useAddress } from '../time/use-range';
import { lineIds } from './line-id';
import styles from './log-list.module.css';

interface LogListProps {
  lines: readonly LogLine[];
  label: string;
  /** Narrows the search to a value, or leaves it out. */
  onNarrow?: (key: string, value: AttributeValue, exclude: boolean) => void;
  /** The id of a line. */
  selected?: string | undefined;
  showsService?: boolean;
}

const rowHeight = 28;

export const levelTone = (level: string): 'red' | 'amber' | undefined => {
  if (level === 'error' || level === 'fatal') return 'red';
  return level === 'warn' ? 'amber' : undefined;
};

/** Log lines, the newest first; one unfolds to all its fields, and the address says which. */
export const LogList = ({
  lines,
  label,
  onNarrow,
  selected,
  showsService = true,
}: LogListProps) => {
  const scroll = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useParam('line');
  const ids = useMemo(() => lineIds(lines), [lines]);
  const [focused, setFocused] = useState<string>();
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    // A row is its line, wherever that moves to: focus and clicks stay on it.
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    // What is not drawn cannot keep the focus.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      const place = focused === undefined ? -1 : ids.indexOf(focused);
      return place === -1 || drawn.includes(place) ? drawn : [...drawn, place];
    },
    overscan: 10,
  });
  // What the address has is to be seen, wherever it is in the list, and stays so when newer lines come before it.
  const place = ids.indexOf(open);
  const lastPlace = useRef(-1);
  const follow = useEffectEvent((to: number) => {
    const { startIndex, endIndex } = virtual.range ?? { startIndex: 0, endIndex: 0 };
    const from = lastPlace.current;
    const wasShown = from === -1 || (from >= startIndex && from <= endIndex);
    if (to >= 0 && wasShown) virtual.scrollToIndex(to, { align: 'auto' });
    lastPlace.current = to;
  });
  useEffect(() => follow(place), [place]);
  return (
    <ScrollArea ref={scroll} className={styles.scroll} aria-label={label}>
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index];
          if (!line) return null;
          const id = ids[index];
          const isOpen = open === id;
          const tone = levelTone(line.level);
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-row={index}
              className={classNames(
                styles.place,
                tone && styles[tone],
                id === selected && styles.selected,
              )}
              style={{ transform: `translateY(${start}px)` }}
            >
              <button
                type="button"
                className={styles.line}
                aria-expanded={isOpen}
                onFocus={() => setFocused(id)}
                onBlur={() => setFocused(undefined)}
                onClick={() => setOpen(isOpen ? undefined : id)}
              >
                <time className="soft">{formatInstant(line.time)}</time>
                <span className={styles.level}>
                  {tone && <Icon name={tone} size={12} />}
                  {line.level}
                </span>
                {showsService && (
                  <span className={styles.service}>
                    <span
                      className={styles.hue}
                      style={{ background: `var(${hueOf(line.service)})` }}
                    />
                    <span className="truncate">{line.service}</span>
                  </span>
                )}
                <span className="truncate">
                  <strong>{line.message}</strong>{' '}
                  <span className="soft">
                    {Object.entries(line.attributes)
                      .map(([name, value]) => `${name}=${String(value)}`)
                      .join(' ')}
                  </span>
                </span>
              </button>
              {isOpen && <LogDetail line={line} onNarrow={onNarrow} />}
            </div>
          );
        })}
      </div>
    </ScrollArea>
  );
};

interface LogDetailProps {
  line: LogLine;
  onNarrow: LogListProps['onNarrow'] | undefined;
}

const LogDetail = ({ line, onNarrow }: LogDetailProps) => {
  const address = useAddress();
  const { traceId, spanId, service, level, message, attributes } = line;
  return (
    <div className={styles.detail}>
      {traceId !== undefined && (
        <p className={styles.links}>
          <Link to={address(tracePath(traceId), spanId === undefined ? {} : { span: spanId })}>
            Open its trace
          </Link>
          <Link to={address('/logs', { q: termOf('trace', traceId) })}>Logs of the same trace</Link>
        </p>
      )}
      <AttributeList
        label="Fields"
        attributes={{ ...attributes, service, level, message }}
        action={
          onNarrow &&
          ((key, value) => (
            <>
              <button
                type="button"
                className={styles.narrow}
                onClick={() => onNarrow(key, value, false)}
                aria-label={`Only ${key} ${value}`}
              >
                only
              </button>
              <button
                type="button"
                className={styles.narrow}
                onClick={() => onNarrow(key, value, true)}
                aria-label={`Without ${key} ${value}`}
              >
                without
              </button>
            </>
          ))
        }
      />
    </div>
  );
};
