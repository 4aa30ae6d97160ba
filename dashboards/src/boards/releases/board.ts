import type { Board } from '../../grafana/board';
import { aggregate, chosen } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { logGraph } from '../../grafana/logs';
import { metricTable } from '../../grafana/table';
import { anyService, commonVariables } from '../../grafana/variables';
import { ofServices } from '../logs/streams';
import { byVersionRow, saturationRow } from './by-version';

const whoRunsRow = {
  title: 'What runs',
  panels: [
    metricTable(
      {
        title: 'Instances of each version',
        about: 'How many processes of which version of which service run now, and on which node.',
        unit: 'none',
        width: 10,
        columns: { service_name: 'service', Value: 'instances' },
      },
      `count by (service_name, version, revision, node) (${chosen('build_info')})`,
    ),
    graph({
      title: 'Versions over time',
      about: 'Instances of each version; a roll-out is a step from one line to another.',
      unit: 'none',
      width: 7,
      stacked: true,
      lines: [
        {
          promql: `count by (service_name, version) (${chosen('build_info')})`,
          legend: '{{service_name}} {{version}}',
        },
      ],
    }),
    graph({
      title: 'Restarts',
      about: 'Starts of a process in place of one that was there, in the last 5 minutes.',
      unit: 'none',
      width: 7,
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
  ],
};

const logsRow = {
  title: 'Logs by version',
  panels: [
    logGraph(
      {
        title: 'Lines of errors by version',
        about: 'Log lines of level error per second. Empty while none is logged.',
        unit: 'none',
        width: 24,
        legend: '{{service_name}} {{service_version}}',
      },
      `sum by (service_name, service_version) (rate(${ofServices} | severity_text="error" [$__auto]))`,
    ).noValue('No error was logged'),
  ],
};

/** A canary against the stable version, by the four golden signals. */
export const releases: Board = {
  name: 'releases',
  from: 'now-30m',
  variables: [...commonVariables, anyService],
  rows: [whoRunsRow, byVersionRow, saturationRow, logsRow],
};
