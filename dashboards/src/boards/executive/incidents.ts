import type { CounterName } from '@faultline/telemetry/names';
import { installed, recorded } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { anyIsRed, stat } from '../../grafana/stat';

type IncidentCounter = Extract<CounterName, `incidents_${string}`>;

const increase = (metric: IncidentCounter): string =>
  `sum(increase(${installed(metric)}[$__range]))`;

/** Seconds on average, over the incidents in the time range. */
const mean = (seconds: IncidentCounter, incidents: IncidentCounter): string =>
  `${increase(seconds)} / ${increase(incidents)}`;

const withoutConsole = 'Empty without the console.';
const nothing = 'No incident';

export const incidentsRow = {
  title: 'Incidents',
  panels: [
    stat({
      title: 'MTTA',
      about: `The mean time until an incident was acknowledged, in this time range. ${withoutConsole}`,
      unit: 's',
      width: 6,
      steps: [
        [null, 'green'],
        [300, 'orange'],
        [900, 'red'],
      ],
      nothing,
      values: [
        {
          promql: mean('incidents_acknowledge_seconds_total', 'incidents_acknowledged_total'),
          legend: 'MTTA',
        },
      ],
    }),
    stat({
      title: 'MTTR',
      about: `The mean time until an incident was resolved, in this time range. ${withoutConsole}`,
      unit: 's',
      width: 6,
      steps: [
        [null, 'green'],
        [1800, 'orange'],
        [3600, 'red'],
      ],
      nothing,
      values: [
        {
          promql: mean('incidents_resolve_seconds_total', 'incidents_resolved_total'),
          legend: 'MTTR',
        },
      ],
    }),
    stat({
      title: 'Incidents',
      about: `Incidents that were opened in this time range. ${withoutConsole}`,
      unit: 'none',
      decimals: 0,
      width: 6,
      steps: [[null, 'text']],
      nothing,
      values: [{ promql: increase('incidents_opened_total'), legend: 'incidents' }],
    }),
    stat({
      title: 'Open incidents',
      about: `Incidents that are not resolved yet. ${withoutConsole}`,
      unit: 'none',
      width: 6,
      steps: anyIsRed,
      nothing,
      values: [{ promql: `sum(${installed('incidents_open')})`, legend: 'open' }],
    }),
    graph({
      title: 'Incidents by priority',
      about: `Incidents that are open, over time. ${withoutConsole}`,
      unit: 'none',
      width: 12,
      nothing,
      lines: [
        {
          promql: `sum by (priority) (${installed('incidents_open')})`,
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
