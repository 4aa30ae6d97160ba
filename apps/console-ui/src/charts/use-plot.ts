import 'uplot/dist/uPlot.min.css';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import uPlot from 'uplot';
import { formatClock } from '../format/clock';
import { useTheme } from '../layout/theme';
import { colourOf } from './colours';

/** Text of axes in canvases. */
const axisFont = '12px Inter, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** What the axes of all charts share. */
export const axisLooks = (): uPlot.Axis => ({
  font: axisFont,
  stroke: colourOf('--ink-soft'),
  grid: { stroke: colourOf('--line'), width: 1 },
  ticks: { show: false },
});

/** Pixels that the labels of an axis at the side take: some are long, as `1 min 40 s`. */
export const labelsWidth = (labels: readonly string[] | null): number =>
  Math.max(58, 14 + 6.5 * Math.max(0, ...(labels ?? []).map(({ length }) => length)));

/** The words of ticks, which uPlot puts some microseconds beside the second; those between seconds have none. */
export const tickClocks = (ticks: readonly number[]): string[] =>
  ticks.map((tick) => {
    const second = Math.round(tick / 1000) * 1000;
    return Math.abs(tick - second) < 50 ? formatClock(second).slice(-8) : '';
  });

interface Plot {
  /** Made again when this changes; the data are set without that. */
  key: string;
  height: number;
  options: () => Omit<uPlot.Options, 'width' | 'height'>;
  data: uPlot.AlignedData;
}

/** A uPlot that fills the width of an element and follows its data and the colours in use. */
export const usePlot = ({
  key,
  height,
  options,
  data,
}: Plot): { element: RefObject<HTMLDivElement | null>; plot: RefObject<uPlot | undefined> } => {
  const element = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const theme = useTheme();

  const make = useEffectEvent((target: HTMLElement) => {
    const made = new uPlot({ ...options(), width: target.clientWidth, height }, data, target);
    plot.current = made;
    return made;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours of a canvas are those at its making
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const made = make(target);
    const observer = new ResizeObserver(() => {
      if (target.clientWidth > 0) made.setSize({ width: target.clientWidth, height });
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, [key, height, theme]);

  useEffect(() => plot.current?.setData(data), [data]);

  return { element, plot };
};
