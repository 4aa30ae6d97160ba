import { AnnotationQueryBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { datasources } from './datasources';
import { installed, recorded } from './expressions';

const annotation = (name: string, color: string, expr: string, title: string, tags: string) =>
  new AnnotationQueryBuilder()
    .name(name)
    .datasource(datasources.prometheus)
    .enable(true)
    .iconColor(color)
    .expr(expr)
    .step('15s')
    .titleFormat(title)
    .tagKeys(tags)
    .target(new DataqueryBuilder().refId(name).expr(expr).range());

const running = (offset = ''): string =>
  `count by (service_name, version) (${installed('build_info')}${offset})`;

/** Marks in every graph: versions that were not there a minute before, and alerts while they fire. */
export const annotations = [
  annotation(
    'Versions',
    'blue',
    `${running()} unless on (service_name, version) ${running(' offset 1m')}`,
    '{{service_name}} {{version}}',
    'service_name,version',
  ),
  annotation(
    'Alerts',
    'red',
    `max by (alertname, priority, component) (${recorded('ALERTS', ['alertstate', '=', 'firing'], ['priority', '=~', 'page|ticket'])})`,
    '{{alertname}} {{component}}',
    'priority,component',
  ),
];
