import type { TraceLine } from '@faultline/contracts/console';
import { useMemo, useRef } from 'react';
import type uPlot from 'uplot';
import { colourOf } from '../charts/colours';
import { decades, wholeDecades } from '../charts/log-axis';
import { axisLooks, tickClocks, usePlot } from '../charts/use-plot';
import { formatDuration, formatNumberOf } from '../format/units';

interface ScatterProps {
  traces: readonly TraceLine[];
  selected: string | undefined;
  onOpen: (traceId: string) => void;
}

/** How near a click must be, in pixels. */
const reach = 14;

/** Failed traces are crosses, others are dots; the selected one has a ring. */
const draw = (plot: uPlot, traces: readonly TraceLine[], selected: string | undefined): void => {
  const { ctx } = plot;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.lineWidth = 2 * ratio;
  for (const { start, duration, errors, traceId } of traces) {
    const x = plot.valToPos(start, 'x', true);
    const y = plot.valToPos(Math.max(duration, 0.01), 'y', true);
    ctx.beginPath();
    if (errors > 0) {
      const arm = 4 * ratio;
      ctx.strokeStyle = colourOf('--bad');
      ctx.moveTo(x - arm, y - arm);
      ctx.lineTo(x + arm, y + arm);
      ctx.moveTo(x + arm, y - arm);
      ctx.lineTo(x - arm, y + arm);
      ctx.stroke();
    } else {
      ctx.fillStyle = colourOf('--accent');
      ctx.globalAlpha = 0.7;
      ctx.arc(x, y, 3 * ratio, 0, 7);
      ctx.fill();
      ctx.globalAlpha = 1;
    }
    if (traceId === selected) {
      ctx.beginPath();
      ctx.strokeStyle = colourOf('--ink');
      ctx.arc(x, y, 8 * ratio, 0, 7);
      ctx.stroke();
    }
  }
  ctx.restore();
};

/** Traces by start and duration; a click opens the nearest. */
export const Scatter = ({ traces, selected, onOpen }: ScatterProps) => {
  const latest = useRef({ traces, selected, onOpen });
  latest.current = { traces, selected, onOpen };
  const data = useMemo<uPlot.AlignedData>(() => {
    const sorted = traces.toSorted((one, other) => one.start - other.start);
    return [
      sorted.map(({ start }) => start),
      sorted.map(({ duration }) => Math.max(duration, 0.01)),
    ];
  }, [traces]);

  const openNearest = (plot: uPlot) => {
    const { left = -1, top = -1 } = plot.cursor;
    const distances = latest.current.traces.map(({ start, duration, traceId }) => ({
      traceId,
      distance: Math.hypot(
        plot.valToPos(start, 'x') - left,
        plot.valToPos(Math.max(duration, 0.01), 'y') - top,
      ),
    }));
    const [nearest] = distances.sort((one, other) => one.distance - other.distance);
    if (nearest && nearest.distance < reach) latest.current.onOpen(nearest.traceId);
  };

  const { element } = usePlot({
    key: 'scatter',
    height: 150,
    data,
    options: () => ({
      ms: 1,
      legend: { show: false },
      padding: [8, 24, 0, 0],
      cursor: { points: { show: false }, drag: { x: false, y: false }, y: false },
      scales: { y: { distr: 3, log: 10, range: (_plot, low, high) => wholeDecades(low, high) } },
      axes: [
        {
          ...axisLooks(),
          size: 22,
          space: 80,
          values: (_plot, ticks) => tickClocks(ticks),
        },
        {
          ...axisLooks(),
          size: 58,
          splits: (_plot, _axis, low, high) => decades(low, high),
          values: (_plot, ticks) => ticks.map((tick) => formatDuration(tick)),
        },
      ],
      series: [{}, { paths: () => null, points: { show: false } }],
      hooks: {
        draw: [(plot) => draw(plot, latest.current.traces, latest.current.selected)],
        ready: [(plot) => plot.over.addEventListener('click', () => openNearest(plot))],
      },
    }),
  });

  const failed = traces.filter(({ errors }) => errors > 0).length;
  return (
    <div
      ref={element}
      role="img"
      style={{ height: 150, cursor: 'pointer' }}
      aria-label={`Duration over time of ${formatNumberOf(traces.length, 'trace')}, of which ${failed} failed. The table has the same.`}
    />
  );
};
