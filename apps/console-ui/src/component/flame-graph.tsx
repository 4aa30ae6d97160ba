import type { Frame } from '@faultline/contracts/console';
import flamegraph, { type FlameGraph as Graph } from 'd3-flame-graph';
import { select } from 'd3-selection';
import { useEffect, useRef } from 'react';
import { colourOf } from '../charts/colours';
import { formatDuration, formatShare } from '../format/units';
import styles from './flame-graph.module.css';

/** Frames of the shop's own code stand out from those of libraries and of Node.js. */
const hueOfFrame = (name: string): string => {
  if (/node:|^\(|\(native\)|garbage/i.test(name)) return '--hue-5';
  return /node_modules/.test(name) ? '--hue-1' : '--hue-6';
};

/** Where a service spent its CPU: a click goes into a frame. Its colours are those at its making. */
export default function FlameGraph({ frame }: { frame: Frame }) {
  const element = useRef<HTMLDivElement>(null);
  const details = useRef<HTMLParagraphElement>(null);
  const graph = useRef<Graph>(undefined);

  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const made = flamegraph()
      .width(target.clientWidth)
      .cellHeight(20)
      .transitionDuration(150)
      .inverted(true)
      .sort(true)
      .setDetailsElement(details.current)
      .setColorMapper(({ data, highlight }) =>
        colourOf(highlight ? '--warn' : hueOfFrame(data.name)),
      )
      .label(
        ({ data, value }) =>
          `${data.name}: ${formatDuration(value)}, ${formatShare(value / Math.max(frame.value, 1e-9))}`,
      );
    graph.current = made;
    select(target).datum(frame).call(made);
    return () => {
      made.destroy();
      target.replaceChildren();
    };
  }, [frame]);

  return (
    <div className={styles.graph}>
      <div className={styles.tools}>
        <input
          type="search"
          className="field"
          aria-label="Search for a function"
          placeholder="Search for a function"
          onChange={({ target }) =>
            target.value === '' ? graph.current?.clear() : graph.current?.search(target.value)
          }
        />
        <button type="button" className="button" onClick={() => graph.current?.resetZoom()}>
          All frames
        </button>
        <p ref={details} className={styles.details} />
      </div>
      <div ref={element} className={styles.frames} />
    </div>
  );
}
