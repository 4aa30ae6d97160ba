import { objectives } from '@faultline/slo';
import { graph } from '../../grafana/graph';
import { shareSteps, stat } from '../../grafana/stat';
import { timeline } from '../../grafana/timeline';
import { probes, shopProbes, withoutProbes } from '../probes';

const uptime = (...matchers: Parameters<typeof probes>[1][]): string =>
  `avg_over_time(${probes('probe_success', ...matchers)}[$__range])`;

export const probesRow = {
  title: 'Synthetic checks',
  panels: [
    stat({
      title: 'Uptime',
      about: `The share of the checks of storefront and API that succeeded in this time range. ${withoutProbes}`,
      unit: 'percentunit',
      decimals: 3,
      width: 6,
      steps: shareSteps(0.999, objectives.availability),
      nothing: 'No console',
      values: [{ promql: `min(${uptime(shopProbes)})`, legend: 'uptime' }],
    }),
    stat({
      title: 'Purchases',
      about: `The share of the test purchases that succeeded in this time range. ${withoutProbes}`,
      unit: 'percentunit',
      decimals: 2,
      width: 6,
      steps: shareSteps(0.99, 0.999),
      nothing: 'No console',
      values: [{ promql: `min(${uptime(['probe', '=', 'purchase'])})`, legend: 'purchases' }],
    }),
    stat({
      title: 'Checks that fail now',
      about: `How many of the checks failed when they were made last. ${withoutProbes}`,
      unit: 'none',
      width: 6,
      steps: [
        [null, 'green'],
        [1, 'red'],
      ],
      nothing: 'No console',
      values: [
        {
          promql: `count(${probes('probe_success')}) - sum(${probes('probe_success')})`,
          legend: 'fail',
        },
      ],
    }),
    stat({
      title: 'Slowest check now',
      about: `How long the slowest of the checks took when it was made last. ${withoutProbes}`,
      unit: 's',
      width: 6,
      steps: [
        [null, 'green'],
        [1, 'orange'],
        [2, 'red'],
      ],
      nothing: 'No console',
      values: [{ promql: `max(${probes('probe_duration_seconds')})`, legend: 'slowest' }],
    }),
    timeline({
      title: 'Which check failed when',
      about: `Storefront, API, a whole purchase, and the readiness of each service. ${withoutProbes}`,
      width: 12,
      line: { promql: `min by (probe) (${probes('probe_success')})`, legend: '{{probe}}' },
      words: ['fails', 'succeeds'],
      bad: 0,
      nothing: 'No console',
    }),
    graph({
      title: 'Duration of the checks',
      about: `How long each check took. ${withoutProbes}`,
      unit: 's',
      width: 12,
      nothing: 'No console',
      lines: [
        { promql: `max by (probe) (${probes('probe_duration_seconds')})`, legend: '{{probe}}' },
      ],
    }),
  ],
};
