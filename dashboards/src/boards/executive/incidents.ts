import { recorded } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { anyIsRed, stat } from '../../grafana/stat';
import { type IncidentMetric, untilPublished } from './incident-metrics';

const increase = (metric: IncidentMetric, by = ''): string =>
  `sum${by} (increase(${recorded(metric)}[$__range]))`;

/** Seconds on average, over the incidents in the time range. */
const mean = (what: 'acknowledge' | 'resolve'): string =>
  `${increase(`faultline_incidents_${what}_seconds_sum`)} / ${increase(`faultline_incidents_${what}_seconds_count`)}`;

const nothing = 'No incident';

export const incidentsRow = {
  title: 'Incidents',
  panels: [
    stat({
      title: 'MTTA',
      about: `The mean time until an incident was acknowledged, in this time range. ${untilPublished}`,
      unit: 's',
      width: 6,
      steps: [
        [null, 'green'],
        [300, 'orange'],
        [900, 'red'],
      ],
      nothing,
      values: [{ promql: mean('acknowledge'), legend: 'MTTA' }],
    }),
    stat({
      title: 'MTTR',
      about: `The mean time until an incident was resolved, in this time range. ${untilPublished}`,
      unit: 's',
      width: 6,
      steps: [
        [null, 'green'],
        [1800, 'orange'],
        [3600, 'red'],
      ],
      nothing,
      values: [{ promql: mean('resolve'), legend: 'MTTR' }],
    }),
    stat({
      title: 'Incidents',
      about: `Incidents that were opened in this time range. ${untilPublished}`,
      unit: 'none',
      decimals: 0,
      width: 6,
      steps: [[null, 'text']],
      nothing,
      values: [{ promql: increase('faultline_incidents_opened_total'), legend: 'incidents' }],
    }),
    stat({
      title: 'Open incidents',
      about: `Incidents that are not resolved yet. ${untilPublished}`,
      unit: 'none',
      width: 6,
      steps: anyIsRed,
      nothing,
      values: [{ promql: `sum(${recorded('faultline_incidents_open')})`, legend: 'open' }],
    }),
    graph({
      title: 'Incidents by priority',
      about: `Incidents that are open, over time. ${untilPublished}`,
      unit: 'none',
      width: 12,
      nothing,
      lines: [
        {
          promql: `sum by (priority) (${recorded('faultline_incidents_open')})`,
          legend: '{{priority}}',
        },
      ],
    }),
    graph({
      title: 'Alerts that fire',
      about: 'How many alerts fire, by priority; the basis of most incidents.',
      unit: 'none',
      width: 12,
      lines: ['page', 'ticket'].map((priority) => ({
        promql: `count(${recorded('ALERTS', ['alertstate', '=', 'firing'], ['priority', '=', priority])}) or vector(0)`,
        legend: priority,
      })),
    }),
  ],
};
