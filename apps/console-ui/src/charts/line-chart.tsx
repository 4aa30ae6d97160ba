import { useMemo, useRef, useState } from 'react';
import type uPlot from 'uplot';
import { formatClock } from '../format/clock';
import { colourOf } from './colours';
import styles from './line-chart.module.css';
import { axisLooks, labelsWidth, tickClocks, usePlot } from './use-plot';

export interface LineSeries {
  name: string;
  values: readonly (number | null)[];
  /** The name of a colour token. */
  hue: string;
  dashed?: boolean;
}

export interface Mark {
  at: number;
  words: string;
  /** The name of a colour token. */
  tone: string;
}

interface LineChartProps {
  label: string;
  /** Milliseconds since 1970. */
  times: readonly number[];
  series: readonly LineSeries[];
  format: (value: number) => string;
  height: number;
  marks?: readonly Mark[];
  /** The axis reaches at least to here. */
  floor?: number;
  /** A limit to draw. */
  limit?: number | undefined;
  /** Charts with the same word move their cursors together. */
  sync?: string;
  onSelect?: ((from: number, to: number) => void) | undefined;
}

/** Without seconds, where all are whole minutes. */
const shortClocks = (clocks: readonly string[]): string[] =>
  clocks.every((clock) => clock === '' || clock.endsWith(':00'))
    ? clocks.map((clock) => clock.slice(0, -3))
    : [...clocks];

const lastOf = (values: readonly (number | null)[]): number | undefined =>
  values.findLast((value) => value !== null) ?? undefined;

const summary = ({ label, series, format }: LineChartProps): string => {
  const latest = series.flatMap(({ name, values }) => {
    const value = lastOf(values);
    return value === undefined ? [] : [`${name} ${format(value)}`];
  });
  return `${label}: ${latest.length > 0 ? latest.join(', ') : 'no values'}`;
};

const drawMarks = (plot: uPlot, marks: readonly Mark[], limit: number | undefined): void => {
  const { ctx, bbox } = plot;
  ctx.save();
  for (const { at, tone } of marks) {
    const x = Math.round(plot.valToPos(at, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.fillStyle = colourOf(tone);
    ctx.fillRect(x, bbox.top, devicePixelRatio, bbox.height);
    ctx.fillRect(x - 2 * devicePixelRatio, bbox.top, 5 * devicePixelRatio, 3 * devicePixelRatio);
  }
  if (limit !== undefined) {
    const y = Math.round(plot.valToPos(limit, 'y', true));
    ctx.fillStyle = colourOf('--bad');
    for (let x = bbox.left; x < bbox.left + bbox.width; x += 8 * devicePixelRatio)
      ctx.fillRect(x, y, 4 * devicePixelRatio, devicePixelRatio);
  }
  ctx.restore();
};

/** Lines over time, with the values under the cursor, marks and a limit. */
export const LineChart = (props: LineChartProps) => {
  const { times, series, format, height, marks = [], floor = 1e-9, limit, sync, onSelect } = props;
  const [cursor, setCursor] = useState<{ index: number; left: number }>();
  // What the hooks of the plot read; it is made once and lives on.
  const latest = useRef({ marks, limit, onSelect, format });
  latest.current = { marks, limit, onSelect, format };

  const data = useMemo<uPlot.AlignedData>(
    () => [[...times], ...series.map(({ values }) => [...values])],
    [times, series],
  );
  const { element } = usePlot({
    key: series.map(({ name, hue }) => name + hue).join('|'),
    height,
    data,
    options: () => ({
      ms: 1,
      legend: { show: false },
      padding: [6, 8, 0, 0],
      cursor: {
        y: false,
        points: { size: 6 },
        drag: { x: onSelect !== undefined, y: false, setScale: false },
        ...(sync !== undefined && { sync: { key: sync } }),
      },
      scales: {
        y: {
          range: (_plot, _low, high) => [
            0,
            Math.max(high * 1.1, (latest.current.limit ?? 0) * 1.05, floor),
          ],
        },
      },
      axes: [
        {
          ...axisLooks(),
          size: 22,
          gap: 4,
          space: 70,
          values: (_plot, ticks) => shortClocks(tickClocks(ticks)),
        },
        {
          ...axisLooks(),
          size: (_plot, labels) => labelsWidth(labels),
          gap: 4,
          space: 30,
          values: (_plot, ticks) => ticks.map((tick) => latest.current.format(tick)),
        },
      ],
      series: [
        {},
        ...series.map(({ name, hue, dashed }) => ({
          label: name,
          stroke: colourOf(hue),
          width: 1.5,
          points: { show: false },
          ...(dashed && { dash: [4, 4] }),
        })),
      ],
      hooks: {
        draw: [(plot) => drawMarks(plot, latest.current.marks, latest.current.limit)],
        setCursor: [
          ({ cursor: { idx, left } }) =>
            setCursor(idx == null || left == null || left < 0 ? undefined : { index: idx, left }),
        ],
        setSelect: [
          (plot) => {
            const { left, width } = plot.select;
            if (width < 5) return;
            latest.current.onSelect?.(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
            plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          },
        ],
      },
    }),
  });

  const time = cursor && times[cursor.index];
  return (
    <div className={styles.chart} role="img" aria-label={summary(props)}>
      <div ref={element} style={{ height }} />
      {cursor && time !== undefined && (
        <Values cursor={cursor} time={time} series={series} format={format} marks={marks} />
      )}
    </div>
  );
};

interface ValuesProps extends Pick<LineChartProps, 'series' | 'format'> {
  cursor: { index: number; left: number };
  time: number;
  marks: readonly Mark[];
}

const Values = ({ cursor, time, series, format, marks }: ValuesProps) => {
  const lines = series
    .flatMap(({ name, values, hue }) => {
      const value = values[cursor.index];
      return value == null ? [] : [{ name, value, hue }];
    })
    .sort((one, other) => other.value - one.value);
  const near = marks.filter(({ at }) => Math.abs(at - time) < 15_000).slice(0, 3);
  return (
    <div className={styles.values} data-side={cursor.left > 200 ? 'left' : 'right'}>
      <time>{formatClock(time)}</time>
      {lines.slice(0, 12).map(({ name, value, hue }) => (
        <div key={name} className={styles.value}>
          <span className={styles.swatch} style={{ background: `var(${hue})` }} />
          <span className="truncate">{name}</span>
          <strong className="tabular">{format(value)}</strong>
        </div>
      ))}
      {near.map(({ at, words }) => (
        <p key={at + words}>{words}</p>
      ))}
    </div>
  );
};
