import { chosen } from '../../grafana/expressions';
import { graph } from '../../grafana/graph';
import { heatMap } from '../../grafana/heat-map';
import { spans, traceGraph } from '../../grafana/traces';
import {
  failedStatus,
  goneStatus,
  requestBuckets,
  requestQuantile,
  requestRate,
  requestShare,
} from '../requests';
import { traces } from './traces-link';

const byRoute = ['http_route'] as const;
const byProduct = 'by (span.app.product.id)';
const ofProduct = (...conditions: readonly string[]): string =>
  spans(
    'resource.service.name = "$service"',
    'span.app.product.id != nil',
    'kind = server',
    ...conditions,
  );
const withoutTraceMetrics =
  'Empty without products in its routes, or without the metrics of Tempo.';

export const redRow = {
  title: 'Requests, errors, duration',
  panels: [
    graph({
      title: 'Requests by route',
      about: 'Requests per second.',
      unit: 'reqps',
      links: traces,
      lines: [{ promql: requestRate(chosen, byRoute), legend: '{{http_route}}' }],
    }),
    graph({
      title: 'Requests by status',
      about: 'Requests per second; 499 is a client that gave up.',
      unit: 'reqps',
      stacked: true,
      links: traces,
      lines: [
        {
          promql: requestRate(chosen, ['http_response_status_code']),
          legend: '{{http_response_status_code}}',
        },
      ],
    }),
    graph({
      title: 'Fail, by route',
      about: 'The share of the requests with a 5xx.',
      unit: 'percentunit',
      links: traces,
      lines: [{ promql: requestShare(chosen, byRoute, failedStatus), legend: '{{http_route}}' }],
    }),
    heatMap(
      {
        title: 'Duration of all requests',
        about: 'How many requests took how long. Dots are exemplars, and lead to their traces.',
        width: 12,
      },
      chosen(requestBuckets),
    ),
    graph({
      title: 'Duration: p95 by route',
      about: 'The objective is 2 s. Dots are exemplars, and lead to their traces.',
      unit: 's',
      width: 12,
      links: traces,
      nothing: 'No request in this time',
      lines: [
        {
          promql: requestQuantile(chosen, 0.95, byRoute),
          legend: '{{http_route}}',
          exemplars: true,
        },
      ],
    }),
    graph({
      title: 'Clients that gave up, by route',
      about: 'The share of the requests for whose response nobody waited any more: status 499.',
      unit: 'percentunit',
      width: 6,
      links: traces,
      lines: [{ promql: requestShare(chosen, byRoute, goneStatus), legend: '{{http_route}}' }],
    }),
    traceGraph(
      {
        title: 'Requests by product',
        about: `Requests per second, counted from traces. ${withoutTraceMetrics}`,
        unit: 'reqps',
        width: 6,
        nothing: 'No product in the traces',
      },
      `${ofProduct()} | rate() ${byProduct}`,
    ),
    traceGraph(
      {
        title: 'Fail, by product',
        about: `Requests per second with a 5xx, counted from traces. Empty while nothing fails. ${withoutTraceMetrics}`,
        unit: 'reqps',
        width: 6,
        nothing: 'No request of a product failed',
      },
      `${ofProduct('status = error')} | rate() ${byProduct}`,
    ),
    traceGraph(
      {
        title: 'Duration by product: p95',
        about: `Counted from traces. ${withoutTraceMetrics}`,
        unit: 's',
        width: 6,
        nothing: 'No product in the traces',
      },
      `${ofProduct()} | quantile_over_time(duration, 0.95) ${byProduct}`,
    ),
  ],
};
