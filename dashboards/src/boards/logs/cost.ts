import { installed, rate } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { logGraph } from '../../grafana/logs';
import { logTable } from '../../grafana/table';
import { requestCount } from '../requests';
import { ofAll } from './streams';

const gigabyte = 1e9;

/** Bytes of a day at the rate of the time range, in GB. */
const perDay = `86400 * sum by (service_name) (bytes_rate(${ofAll} [$__range])) / ${gigabyte}`;

export const costRow = {
  title: 'What it costs',
  panels: [
    logTable(
      {
        title: 'Cost a month by service',
        about:
          'At the price above and the rate of this time range. Loki counts the bytes of the lines, not those of their fields: take it as a share, not as a bill.',
        unit: 'none',
        width: 8,
        columns: { service_name: 'service', 'Value #A': 'cost a month' },
      },
      `30 * $price * ${perDay}`,
    ),
    logGraph(
      {
        title: 'Bytes per second by service',
        about: 'Bytes of the lines, without their fields.',
        unit: 'Bps',
        width: 8,
        legend: '{{service_name}}',
      },
      `sum by (service_name) (bytes_rate(${ofAll} [$__auto]))`,
    ),
    graph({
      title: 'Lines per request',
      about: 'How many lines a service writes for each request: one is the norm.',
      unit: 'none',
      width: 8,
      nothing: 'No request in this time',
      lines: [
        {
          promql: `${rate(installed('log_lines_total'), 'service_name')} / ${rate(installed(requestCount), 'service_name')}`,
          legend: '{{service_name}}',
        },
      ],
    }),
  ],
};
