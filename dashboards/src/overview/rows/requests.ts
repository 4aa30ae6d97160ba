import { serverDuration } from '@faultline/telemetry/names';
import { chosen, orZero, quantile, rate, share } from '../expressions';
import { graph } from '../graph';

const counted = `${serverDuration}_count` as const;
const requests = orZero(rate(chosen(counted), 'service_name'));
const failed = rate(chosen(counted, ['http_response_status_code', '=~', '5..']), 'service_name');

const left = rate(chosen(counted, ['http_response_status_code', '=', '499']), 'service_name');

const durations = [0.5, 0.95, 0.99].map((q) =>
  graph({
    title: `Duration: p${q * 100} by route`,
    about: 'The objective is a p95 of 2 s. Dots are exemplars, and lead to their traces.',
    unit: 's',
    nothing: 'No request in this time',
    lines: [
      {
        promql: quantile(q, chosen(`${serverDuration}_bucket`), 'service_name', 'http_route'),
        legend: '{{service_name}} {{http_route}}',
        exemplars: true,
      },
    ],
  }),
);

export const requestsRow = {
  title: 'Requests',
  panels: [
    graph({
      title: 'Requests',
      unit: 'reqps',
      lines: [{ promql: requests, legend: '{{service_name}}' }],
    }),
    graph({
      title: 'Requests that fail',
      about: 'The share that is answered with 5xx.',
      unit: 'percentunit',
      lines: [{ promql: share(failed, requests), legend: '{{service_name}}' }],
    }),
    graph({
      title: 'Requests that clients gave up',
      about: 'The share that nobody waited for any more: status 499.',
      unit: 'percentunit',
      lines: [{ promql: share(left, requests), legend: '{{service_name}}' }],
    }),
    ...durations,
  ],
};
