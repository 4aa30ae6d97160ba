import { componentUnhealthy } from '@faultline/slo';
import { ReduceDataOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import {
  MappingType,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimelineBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { datasources } from '../datasources';
import { recorded } from '../expressions';
import { graph } from '../graph';

const firing = (priority: string): string =>
  `count(${recorded('ALERTS', ['alertstate', '=', 'firing'], ['priority', '=', priority])}) or vector(0)`;

const red = new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([
  { value: null, color: 'green' },
  { value: 1, color: 'red' },
]);

const howMany = new StatBuilder()
  .title('Alerts that fire')
  .unit('none')
  .height(8)
  .span(4)
  .datasource(datasources.prometheus)
  .thresholds(red)
  .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
  .targets(
    ['page', 'ticket'].map((priority) =>
      new DataqueryBuilder()
        .refId(priority)
        .expr(firing(priority))
        .legendFormat(priority)
        .instant(),
    ),
  );

const which = graph({
  title: 'Which alerts fire',
  about: 'One line an alert; `none` is the line at 0.',
  unit: 'none',
  lines: [
    {
      promql: `count by (alertname) (${recorded('ALERTS', ['alertstate', '=', 'firing'], ['priority', '=~', 'page|ticket'])}) or label_replace(vector(0), "alertname", "none", "", "")`,
      legend: '{{alertname}}',
    },
  ],
  width: 8,
});

const components = new TimelineBuilder()
  .title('Components of the service map')
  .description('Red while a rule of the component holds, as on the service map.')
  .unit('none')
  .height(8)
  .span(12)
  .datasource(datasources.prometheus)
  .thresholds(red)
  .mappings([
    {
      type: MappingType.ValueToText,
      options: { 0: { text: 'healthy', color: 'green' }, 1: { text: 'unhealthy', color: 'red' } },
    },
  ])
  .noValue('The rules of Faultline are not loaded')
  .withTarget(
    new DataqueryBuilder()
      .refId('A')
      .expr(`max by (component) (${recorded(componentUnhealthy, ['component', '=~', '.+'])})`)
      .legendFormat('{{component}}')
      .range(),
  );

export const alertsRow = { title: 'Alerts', panels: [howMany, which, components] };
