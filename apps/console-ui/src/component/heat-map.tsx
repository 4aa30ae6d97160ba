import type { HeatMap as Data } from '@faultline/contracts/console';
import { useMemo, useRef, useState } from 'react';
import type uPlot from 'uplot';
import { colourOf } from '../charts/colours';
import { decades } from '../charts/log-axis';
import { axisLooks, tickClocks, usePlot } from '../charts/use-plot';
import { formatClock } from '../format/clock';
import { formatCount, formatDuration, formatNumberOf } from '../format/units';
import { cellAt, columnBounds, durationsOf, rowBounds } from './cells';
import styles from './heat-map.module.css';
import type { Selection } from './selection';

interface HeatMapProps {
  data: Data;
  selection: Selection | undefined;
  onSelect: (selection: Selection) => void;
  onOpen: (traceId: string) => void;
}

const height = 230;

const draw = (plot: uPlot, data: Data, selection: Selection | undefined): void => {
  const { ctx, bbox } = plot;
  const maxCount = Math.max(1, ...data.cells.map(({ count }) => count));
  const [calm, bad, dot, ink] = ['--accent', '--bad', '--surface', '--ink'].map(colourOf);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  const box = (from: number, to: number, low: number, high: number) => {
    const x = plot.valToPos(from, 'x', true);
    const y = plot.valToPos(high, 'y', true);
    return [x, y, plot.valToPos(to, 'x', true) - x, plot.valToPos(low, 'y', true) - y] as const;
  };
  for (const cell of data.cells) {
    const [x, y, width, tall] = box(
      ...columnBounds(cell.column, data),
      ...rowBounds(cell.row, data),
    );
    ctx.globalAlpha = 0.2 + 0.8 * Math.sqrt(cell.count / maxCount);
    ctx.fillStyle = (cell.errors > 0 ? bad : calm) ?? '';
    ctx.fillRect(x, y, Math.max(1, width - 1), Math.max(1, tall - 1));
    if (cell.errors > 0) {
      // Seen without colours, too.
      ctx.globalAlpha = 1;
      ctx.fillStyle = dot ?? '';
      const size = 2 * devicePixelRatio;
      ctx.fillRect(x + width / 2 - size / 2, y + tall / 2 - size / 2, size, size);
    }
  }
  ctx.globalAlpha = 1;
  if (selection) {
    const { selectedFrom, selectedTo, minDuration, maxDuration } = selection;
    ctx.strokeStyle = ink ?? '';
    ctx.lineWidth = 2 * devicePixelRatio;
    ctx.strokeRect(...box(selectedFrom, selectedTo, minDuration, maxDuration));
  }
  ctx.restore();
};

/** Spans by start and duration. A click opens the trace of a cell, a drag selects for the comparison. */
export const HeatMap = ({ data, selection, onSelect, onOpen }: HeatMapProps) => {
  const [hovered, setHovered] = useState<Data['cells'][number]>();
  const latest = useRef({ data, selection, onSelect, onOpen });
  latest.current = { data, selection, onSelect, onOpen };

  const plotData = useMemo<uPlot.AlignedData>(() => {
    const [low, high] = durationsOf(data);
    return [
      [data.from, data.to],
      [low, high],
    ];
  }, [data]);

  const cellUnder = (plot: uPlot) => {
    const { left = -1, top = -1 } = plot.cursor;
    if (left < 0 || top < 0) return undefined;
    return cellAt(latest.current.data, plot.posToVal(left, 'x'), plot.posToVal(top, 'y'));
  };

  const { element } = usePlot({
    key: selection ? `selected ${JSON.stringify(selection)}` : 'heat map',
    height,
    data: plotData,
    options: () => ({
      ms: 1,
      legend: { show: false },
      padding: [6, 8, 0, 0],
      cursor: {
        points: { show: false },
        drag: { x: true, y: true, setScale: false, dist: 6 },
      },
      scales: { y: { distr: 3, log: 10, range: (_plot, low, high) => [low, high] } },
      axes: [
        { ...axisLooks(), size: 22, space: 80, values: (_plot, ticks) => tickClocks(ticks) },
        {
          ...axisLooks(),
          size: 58,
          splits: (_plot, _axis, low, high) =>
            decades(low, high).filter((value) => value >= low && value <= high),
          values: (_plot, ticks) => ticks.map(formatDuration),
        },
      ],
      series: [{}, { paths: () => null, points: { show: false } }],
      hooks: {
        draw: [(plot) => draw(plot, latest.current.data, latest.current.selection)],
        setCursor: [(plot) => setHovered(cellUnder(plot))],
        setSelect: [
          (plot) => {
            const { left, top, width, height: tall } = plot.select;
            if (width < 6 || tall < 6) return;
            latest.current.onSelect({
              selectedFrom: plot.posToVal(left, 'x'),
              selectedTo: plot.posToVal(left + width, 'x'),
              minDuration: plot.posToVal(top + tall, 'y'),
              maxDuration: plot.posToVal(top, 'y'),
            });
          },
        ],
        ready: [
          (plot) =>
            plot.over.addEventListener('click', () => {
              const cell = cellUnder(plot);
              if (cell && plot.select.width < 6) latest.current.onOpen(cell.traceId);
            }),
        ],
      },
    }),
  });

  const total = data.cells.reduce((sum, { count }) => sum + count, 0);
  const failed = data.cells.reduce((sum, { errors }) => sum + errors, 0);
  const [low, high] = durationsOf(data);
  return (
    <div className={styles.map}>
      <div
        ref={element}
        role="img"
        style={{ height }}
        aria-label={`Durations over time of ${formatNumberOf(total, 'span')}, from ${formatDuration(low)} to ${formatDuration(high)}; ${formatCount(failed)} failed`}
      />
      <p className={styles.note}>
        {hovered
          ? `${formatClock(columnBounds(hovered.column, data)[0])} · ${rowBounds(hovered.row, data).map(formatDuration).join(' to ')} · ${formatNumberOf(hovered.count, 'span')}${hovered.errors > 0 ? `, ${hovered.errors} failed` : ''} · click for a trace`
          : 'Click a cell for one of its traces. Drag a rectangle to compare it with the rest. Cells with a dot have failed spans.'}
      </p>
    </div>
  );
};
