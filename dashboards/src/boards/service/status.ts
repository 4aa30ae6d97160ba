import { componentUnhealthy } from '@faultline/slo';
import { chosen, recorded } from '../../grafana/expressions';
import { anyIsRed, stat } from '../../grafana/stat';
import { timeline } from '../../grafana/timeline';
import { probes, withoutProbes } from '../probes';
import { failedStatus, requestQuantile, requestRate, requestShare } from '../requests';

const none = [] as const;

const firing = (label: 'component' | 'service'): string =>
  recorded('ALERTS', ['alertstate', '=', 'firing'], [label, '=~', '$service']);

export const statusRow = {
  title: '$service',
  panels: [
    stat({
      title: 'Ready',
      about: `Whether the check of its readiness succeeds. ${withoutProbes}`,
      unit: 'bool_yes_no',
      steps: [
        [null, 'red'],
        [1, 'green'],
      ],
      nothing: 'No console',
      values: [
        { promql: `min(${probes('probe_success', ['probe', '=', '$service'])})`, legend: 'ready' },
      ],
    }),
    stat({
      title: 'Instances',
      about: 'Processes that can be scraped now.',
      unit: 'none',
      steps: [
        [null, 'red'],
        [1, 'green'],
      ],
      values: [{ promql: `count(${chosen('build_info')}) or vector(0)`, legend: 'instances' }],
    }),
    stat({
      title: 'Requests',
      about: 'Requests per second.',
      unit: 'reqps',
      steps: [[null, 'text']],
      values: [{ promql: requestRate(chosen, none), legend: 'requests' }],
    }),
    stat({
      title: 'Fail',
      about: 'The share of the requests with a 5xx.',
      unit: 'percentunit',
      decimals: 2,
      steps: [
        [null, 'green'],
        [0.01, 'orange'],
        [0.05, 'red'],
      ],
      values: [{ promql: requestShare(chosen, none, failedStatus), legend: 'fail' }],
    }),
    stat({
      title: 'p95',
      about: 'The time within which 95 % of the requests have a response; the objective is 2 s.',
      unit: 's',
      steps: [
        [null, 'green'],
        [1, 'orange'],
        [2, 'red'],
      ],
      nothing: 'No request',
      values: [{ promql: requestQuantile(chosen, 0.95, none), legend: 'p95' }],
    }),
    stat({
      title: 'Alerts of this service',
      about: 'Alerts that fire now: about the service, or by its own metrics.',
      unit: 'none',
      steps: anyIsRed,
      values: [
        {
          promql: `count(${firing('component')} or ${firing('service')}) or vector(0)`,
          legend: 'alerts',
        },
      ],
    }),
    timeline({
      title: 'Its rules',
      about: 'Which rule of the service map made it red, and when.',
      line: {
        promql: `max by (rule) (${recorded(componentUnhealthy, ['component', '=~', '$service'])})`,
        legend: '{{rule}}',
      },
      words: ['healthy', 'unhealthy'],
      bad: 1,
      nothing: 'The rules of Faultline are not loaded',
    }).height(5),
  ],
};
