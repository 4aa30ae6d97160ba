import { aggregate, chosen, rate } from '../expressions';
import { graph } from '../graph';

export const processesRow = {
  title: 'Processes',
  panels: [
    graph({
      title: 'Restarts',
      about: 'Starts of a process in place of one that was there, in the last 5 minutes.',
      unit: 'none',
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
      about: 'Cores in use, by process.',
      unit: 'none',
      lines: [
        {
          promql: rate(chosen('process_cpu_seconds_total'), 'service_name', 'instance'),
          legend: '{{service_name}} {{instance}}',
        },
      ],
    }),
    graph({
      title: 'Memory',
      about: 'Resident, by process.',
      unit: 'bytes',
      lines: [
        {
          promql: aggregate(
            'max',
            chosen('process_resident_memory_bytes'),
            'service_name',
            'instance',
          ),
          legend: '{{service_name}} {{instance}}',
        },
      ],
    }),
    graph({
      title: 'Event loop: p99 of its delay',
      unit: 's',
      lines: [
        {
          promql: aggregate(
            'max',
            chosen('nodejs_eventloop_lag_p99_seconds'),
            'service_name',
            'instance',
          ),
          legend: '{{service_name}} {{instance}}',
        },
      ],
      width: 12,
    }),
    graph({
      title: 'Telemetry that got lost',
      about: 'Spans and log lines a second that did not reach the collector.',
      unit: 'none',
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
      width: 12,
    }),
  ],
};
