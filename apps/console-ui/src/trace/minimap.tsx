import type { Trace } from '@faultline/contracts/console';
import { type PointerEvent, useRef, useState } from 'react';
import { hueOf } from '../format/hues';
import { formatDuration } from '../format/units';
import styles from './minimap.module.css';

interface MinimapProps {
  trace: Trace;
  view: { from: number; to: number };
  onView: (view: { from: number; to: number }) => void;
}

const height = 56;

/** The smallest part of a trace to look at. */
const smallest = 0.002;

/** All spans in small, and the part that is shown: drag to choose another, double-click for the whole. */
export const Minimap = ({ trace, view, onView }: MinimapProps) => {
  const element = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const line = Math.max(1, Math.min(4, height / Math.max(1, trace.spans.length)));

  const shareAt = ({ clientX }: PointerEvent): number => {
    const box = element.current?.getBoundingClientRect();
    return box ? Math.max(0, Math.min(1, (clientX - box.left) / box.width)) : 0;
  };
  const finish = () => {
    if (!drag) return;
    const [from, to] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
    setDrag(undefined);
    if (to - from > smallest) onView({ from, to });
  };
  const window = drag
    ? { from: Math.min(drag.from, drag.to), to: Math.max(drag.from, drag.to) }
    : view;

  return (
    <div className={styles.minimap}>
      <div className={styles.scale} aria-hidden="true">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <span key={share}>{formatDuration(share * trace.duration)}</span>
        ))}
      </div>
      <div
        ref={element}
        className={styles.map}
        role="img"
        aria-label={`The trace in small, of which ${Math.round((view.to - view.from) * 100)} % is shown`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const share = shareAt(event);
          setDrag({ from: share, to: share });
        }}
        onPointerMove={(event) => {
          if (drag) setDrag({ from: drag.from, to: shareAt(event) });
        }}
        onPointerUp={finish}
        onDoubleClick={() => onView({ from: 0, to: 1 })}
      >
        <svg
          viewBox={`0 0 1000 ${height}`}
          preserveAspectRatio="none"
          width="100%"
          height={height}
          aria-hidden="true"
        >
          {trace.spans.map(({ spanId, service, status, start, duration }, index) => (
            <rect
              key={spanId}
              x={((start - trace.start) / trace.duration) * 1000}
              y={(index / trace.spans.length) * (height - line)}
              width={Math.max(1, (duration / trace.duration) * 1000)}
              height={line}
              fill={`var(${status === 'ERROR' ? '--bad' : hueOf(service)})`}
            />
          ))}
        </svg>
        <span className={styles.shade} style={{ left: 0, width: `${window.from * 100}%` }} />
        <span className={styles.shade} style={{ right: 0, width: `${(1 - window.to) * 100}%` }} />
      </div>
    </div>
  );
};
