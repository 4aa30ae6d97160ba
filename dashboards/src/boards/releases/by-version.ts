import type { SampleName } from '@faultline/telemetry/names';
import {
  aggregate,
  chosen,
  type GroupLabel,
  type MatcherOf,
  share,
} from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { failedStatus, requestBuckets, requestCount } from '../requests';

/** The labels that tell a canary from the stable version; `node` is there if the scrape configuration adds it. */
const byVersion = ['version', 'node'] as const;
const legend = '{{version}} {{node}}';

/** Series with the version of the process that they are of. */
const withVersion = (series: string): string =>
  `${series} * on (service_namespace, service_name, instance) group_left (version) max by (service_namespace, service_name, instance, version) (${chosen('build_info')})`;

const versionRate = <Name extends SampleName>(
  metric: Name,
  matchers: readonly MatcherOf<Name>[] = [],
  ...by: readonly GroupLabel[]
): string =>
  aggregate(
    'sum',
    withVersion(`rate(${chosen<Name>(metric, ...matchers)}[$__rate_interval])`),
    ...byVersion,
    ...by,
  );

const requests = versionRate(requestCount);

export const byVersionRow = {
  title: 'By version and node',
  panels: [
    graph({
      title: 'Traffic by version',
      about: 'Requests per second that each version serves.',
      unit: 'reqps',
      stacked: true,
      lines: [{ promql: requests, legend }],
    }),
    graph({
      title: 'Errors by version',
      about: 'The share of the requests with a 5xx.',
      unit: 'percentunit',
      lines: [{ promql: share(versionRate(requestCount, [failedStatus]), requests), legend }],
    }),
    graph({
      title: 'Latency by version: p95',
      about: 'The time within which 95 % of the requests have a response.',
      unit: 's',
      nothing: 'No request in this time',
      lines: [
        {
          promql: `histogram_quantile(0.95, ${versionRate(requestBuckets, [], 'le')})`,
          legend,
          exemplars: true,
        },
      ],
    }),
  ],
};

export const saturationRow = {
  title: 'Saturation by version and node',
  panels: [
    graph({
      title: 'CPU by version',
      about: 'Cores in use, on average of the instances of a version.',
      unit: 'none',
      lines: [
        {
          promql: `avg by (version, node) (${withVersion(`rate(${chosen('process_cpu_seconds_total')}[$__rate_interval])`)})`,
          legend,
        },
      ],
    }),
    graph({
      title: 'Memory by version',
      about: 'Resident memory of the largest instance of a version.',
      unit: 'bytes',
      lines: [
        {
          promql: aggregate(
            'max',
            withVersion(chosen('process_resident_memory_bytes')),
            ...byVersion,
          ),
          legend,
        },
      ],
    }),
    graph({
      title: 'Delay of the event loop by version: p99',
      about: 'Of the busiest instance of a version.',
      unit: 's',
      lines: [
        {
          promql: aggregate(
            'max',
            withVersion(chosen('nodejs_eventloop_lag_p99_seconds')),
            ...byVersion,
          ),
          legend,
        },
      ],
    }),
  ],
};
