import { chosen, rate } from '../expressions';
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
          promql: `sum by (service) (changes(${chosen('process_start_time_seconds')}[5m]))`,
          legend: '{{service}}',
        },
      ],
    }),
    graph({
      title: 'CPU',
      about: 'Cores in use, by process.',
      unit: 'none',
      lines: [
        {
          promql: rate(chosen('process_cpu_seconds_total'), 'service', 'instance'),
          legend: '{{service}} {{instance}}',
        },
      ],
    }),
    graph({
      title: 'Memory',
      about: 'Resident, by process.',
      unit: 'bytes',
      lines: [
        {
          promql: `max by (service, instance) (${chosen('process_resident_memory_bytes')})`,
          legend: '{{service}} {{instance}}',
        },
      ],
    }),
    graph({
      title: 'Event loop: p99 of its delay',
      unit: 's',
      lines: [
        {
          promql: `max by (service, instance) (${chosen('nodejs_eventloop_lag_p99_seconds')})`,
          legend: '{{service}} {{instance}}',
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
            chosen('telemetry_export_items_total', 'outcome!="exported"'),
            'service',
            'signal',
          ),
          legend: '{{service}} {{signal}}',
        },
      ],
      width: 12,
    }),
  ],
};
