import { aggregate, chosen, rate } from '../../grafana/expressions';
import { flameGraph } from '../../grafana/flame-graph';
import { graph } from '../../grafana/graph';
import { traces } from './traces-link';

const bytes = (direction: 'request' | 'response'): string =>
  rate(chosen(`http_server_${direction}_body_size_bytes_sum`), 'service_name');

const byInstance = ['service_name', 'instance'] as const;

export const processesRow = {
  title: 'Processes',
  panels: [
    graph({
      title: 'Restarts',
      about: 'Starts of a process in place of one that was there, in the last 5 minutes.',
      unit: 'none',
      links: traces,
      width: 6,
      lines: [
        {
          promql: aggregate(
            'sum',
            `changes(${chosen('process_start_time_seconds')}[5m])`,
            'service_name',
          ),
          legend: '{{service_name}}',
        },
      ],
    }),
    graph({
      title: 'CPU',
      about:
        'Cores in use, by process. JavaScript can use one, or what the limit of its pod leaves.',
      unit: 'none',
      links: traces,
      width: 6,
      lines: [
        {
          promql: rate(chosen('process_cpu_seconds_total'), ...byInstance),
          legend: '{{service_name}} {{instance}}',
        },
        {
          promql: aggregate('min', chosen('process_cpu_usable_cores'), 'service_name'),
          legend: '{{service_name}} can use',
        },
      ],
    }),
    graph({
      title: 'Memory',
      about: 'Resident, by process.',
      unit: 'bytes',
      links: traces,
      width: 6,
      lines: [
        {
          promql: aggregate('max', chosen('process_resident_memory_bytes'), ...byInstance),
          legend: '{{service_name}} {{instance}}',
        },
      ],
    }),
    graph({
      title: 'Bandwidth',
      about: 'Bytes per second in the bodies of requests and responses.',
      unit: 'Bps',
      links: traces,
      width: 6,
      lines: [
        { promql: `${bytes('request')} or vector(0)`, legend: 'in' },
        { promql: bytes('response'), legend: 'out' },
      ],
    }),
    graph({
      title: 'Saturation: delay of the event loop, p99',
      about: 'How long work waits because the process computes. It is idle below 0.02 s.',
      unit: 's',
      links: traces,
      lines: [
        {
          promql: aggregate('max', chosen('nodejs_eventloop_lag_p99_seconds'), ...byInstance),
          legend: '{{service_name}} {{instance}}',
        },
      ],
    }),
    graph({
      title: 'Saturation: connections of its pool',
      about: '`waiting` are requests that want a connection. Empty without PostgreSQL.',
      unit: 'none',
      links: traces,
      nothing: 'It has no PostgreSQL',
      lines: [
        {
          promql: aggregate('sum', chosen('db_client_connections'), 'db_client_connection_state'),
          legend: '{{db_client_connection_state}}',
        },
      ],
    }),
    graph({
      title: 'Telemetry that got lost',
      about: 'Spans and log lines per second that did not reach the collector.',
      unit: 'none',
      links: traces,
      lines: [
        {
          promql: rate(
            chosen('telemetry_export_items_total', ['outcome', '!=', 'exported']),
            'service_name',
            'signal',
          ),
          legend: '{{service_name}} {{signal}}',
        },
      ],
    }),
    flameGraph(
      {
        title: 'Where its time goes',
        about: 'A profile of this time range. Empty without PYROSCOPE_URL at the service.',
      },
      '{service_name="$service"}',
    ),
  ],
};
