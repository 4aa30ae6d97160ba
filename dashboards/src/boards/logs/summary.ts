import { serviceNames } from '@faultline/topology';
import { aggregate, chosen } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { logGraph, logLines, ofLevel, streams } from '../../grafana/logs';
import { logTable } from '../../grafana/table';
import { ofServices } from './streams';

/** Of services only: the messages of stores are sentences, and each is another one. */
const named = streams(`service_name=~"${serviceNames.join('|')}"`);

const counted = (by: string, lines: string): string =>
  `sum by (${by}) (count_over_time(${lines} [$__range]))`;

const messages = '| label_format message="{{ __line__ }}"';

export const summaryRow = {
  title: 'Summary of the time range',
  panels: [
    logTable(
      {
        title: 'Lines by service and level',
        about: 'How many lines each service and store wrote.',
        unit: 'short',
        width: 8,
        columns: { service_name: 'service', severity_text: 'level', 'Value #A': 'lines' },
      },
      counted('service_name, severity_text', ofServices),
    ),
    logTable(
      {
        title: 'Most frequent messages',
        about: 'The names of the lines that were written most often.',
        unit: 'short',
        width: 8,
        columns: { service_name: 'service', 'Value #A': 'lines' },
      },
      `topk(20, ${counted('service_name, message', `${named} ${messages}`)})`,
    ),
    logTable(
      {
        title: 'Errors by message',
        about: 'The names of the lines of level error. Empty while no error is logged.',
        unit: 'short',
        width: 8,
        nothing: 'No error was logged',
        columns: { service_name: 'service', 'Value #A': 'lines' },
      },
      `topk(20, ${counted('service_name, message', `${named} | severity_text="error" ${messages}`)})`,
    ),
  ],
};

export const linesRow = {
  title: 'Lines',
  panels: [
    graph({
      title: 'Lines per second, as the services count them',
      about: 'A difference to the next graph is what did not arrive.',
      unit: 'none',
      width: 12,
      lines: [
        {
          promql: aggregate(
            'sum',
            `rate(${chosen('log_lines_total')}[$__rate_interval])`,
            'service_name',
          ),
          legend: '{{service_name}}',
        },
      ],
    }),
    logGraph(
      {
        title: 'Lines per second in Loki',
        about: 'What arrived, stores included.',
        unit: 'none',
        width: 12,
        legend: '{{service_name}}',
      },
      `sum by (service_name) (rate(${ofServices} [$__auto]))`,
    ),
    logLines(
      {
        title: 'Log lines',
        about:
          'Of the levels that are selected above; a line leads to its trace. Empty while nothing of this level was logged.',
        nothing: 'No line of this level',
      },
      `${ofServices} ${ofLevel}`,
    ),
  ],
};
