import { chosen, placeholder, rate } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { logLines, ofLevel, streams } from '../../grafana/logs';
import { spans, traceTable } from '../../grafana/traces';
import { traces } from './traces-link';

const ofService = streams(`service_name=~"${placeholder('service', 'pipe')}"`);

export const logsAndTracesRow = {
  title: 'Logs and traces',
  panels: [
    graph({
      title: 'Log lines per second',
      about: 'Lines that the service wrote, by level.',
      unit: 'none',
      links: traces,
      lines: [{ promql: rate(chosen('log_lines_total'), 'level'), legend: '{{level}}' }],
    }).height(10),
    logLines(
      {
        title: 'Log lines',
        about:
          'Of the levels that are selected above; a line leads to its trace. Empty while nothing of this level was logged.',
        width: 16,
        nothing: 'No line of this level',
      },
      `${ofService} ${ofLevel}`,
    ),
    traceTable(
      {
        title: 'Traces with an error',
        about: 'Traces in which this service has an error. Empty while there is none.',
        width: 12,
        nothing: 'No trace has an error',
      },
      spans('resource.service.name = "$service"', 'status = error'),
    ),
    traceTable(
      {
        title: 'Slow traces',
        about:
          'Traces in which this service takes longer than half a second. Empty while there is none.',
        width: 12,
        nothing: 'No trace is slow',
      },
      spans('resource.service.name = "$service"', 'kind = server', 'duration > 500ms'),
    ),
  ],
};
