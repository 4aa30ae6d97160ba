import type { Resources as Data, ResourceChart } from '@faultline/contracts/console';
import { Legend } from '../charts/legend';
import { LineChart } from '../charts/line-chart';
import { hueAt } from '../format/hues';
import { formatBytes, formatCount, formatDuration, formatRate, formatShare } from '../format/units';
import { Panel } from '../parts/panel';
import styles from './resources.module.css';

const formats: Readonly<Record<ResourceChart['unit'], (value: number) => string>> = {
  share: formatShare,
  bytes: formatBytes,
  milliseconds: formatDuration,
  count: (value) => formatCount(Math.round(value * 10) / 10),
  'per second': formatRate,
};

/** What a component uses. */
export const Resources = ({ data }: { data: Data }) => (
  <div className={styles.charts}>
    {data.charts.map(({ name, unit, limit, lines }) => {
      const series = lines.map((line, place) => ({ ...line, hue: hueAt(place) }));
      return (
        <Panel
          key={name}
          title={name}
          aside={limit !== undefined && `limit ${formats[unit](limit)}`}
        >
          <LineChart
            label={name}
            times={data.times}
            series={series}
            format={formats[unit]}
            height={110}
            limit={limit}
            sync="red"
          />
          {series.length > 1 && <Legend items={series} />}
        </Panel>
      );
    })}
  </div>
);
