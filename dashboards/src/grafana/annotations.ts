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

const running = installed('build_info');
const versionsIn = (series: string): string => `count by (service_name, version) (${series})`;

/**
 * Marks in every graph: versions that are new, and alerts while they fire. What was there a few minutes before is not a
 * new version: the only instance of a service is gone while it restarts.
 */
export const annotations = [
  annotation(
    'Versions',
    'blue',
    `${versionsIn(running)} unless on (service_name, version) ${versionsIn(`last_over_time(${running}[5m] offset 1m)`)}`,
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
