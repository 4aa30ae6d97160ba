import type { Change, RedGroup, RedSeries } from '@faultline/contracts/console';
import { LineChart, type LineSeries, type Mark } from '../charts/line-chart';
import { formatDuration, formatRate, formatShare } from '../format/units';
import { Panel } from '../parts/panel';
import { useRange } from '../time/use-range';
import styles from './charts.module.css';

const redCharts = [
  { title: 'Requests per second', of: ({ rate }: RedGroup) => rate, format: formatRate, floor: 1 },
  {
    title: 'Errors',
    of: ({ errorShare }: RedGroup) => errorShare,
    format: formatShare,
    floor: 0.01,
  },
  { title: 'Duration, p95', of: ({ p95 }: RedGroup) => p95, format: formatDuration, floor: 10 },
] as const;

const changeMarks = (changes: readonly Change[]): Mark[] =>
  changes.map(({ at, component, words }) => ({
    at,
    words: `${component}: ${words}`,
    tone: '--accent',
  }));

interface RedChartsProps {
  data: RedSeries;
  hue: (name: string, place: number) => string;
  changes: readonly Change[];
  height: number;
}

/** Rate, errors and duration of groups of requests, side by side. */
export const RedCharts = ({ data, hue, changes, height }: RedChartsProps) => {
  const { set } = useRange();
  const marks = changeMarks(changes);
  const zoom = (from: number, to: number) => set({ live: false, length: to - from, from, to });
  return (
    <div className={styles.charts}>
      {redCharts.map(({ title, of, format, floor }) => (
        <Panel key={title} title={title}>
          <LineChart
            label={title}
            times={data.times}
            series={data.groups.map(
              (group, place): LineSeries => ({
                name: group.name,
                values: of(group),
                hue: hue(group.name, place),
              }),
            )}
            format={format}
            floor={floor}
            height={height}
            marks={marks}
            sync="red"
            onSelect={zoom}
          />
        </Panel>
      ))}
    </div>
  );
};
