import { PanelBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/grafanapyroscope';
import { datasources } from './datasources';
import type { Described } from './graph';

/** Where a service spends its time. The SDK has no builder for this panel of Grafana. */
export const flameGraph = ({ title, about, width = 24 }: Described, selector: string) =>
  new PanelBuilder()
    .type('flamegraph')
    .title(title)
    .description(about)
    .unit('ns')
    .height(10)
    .span(width)
    .datasource(datasources.pyroscope)
    .withTarget(
      new DataqueryBuilder()
        .refId('A')
        .labelSelector(selector)
        .profileTypeId(profileType)
        .groupBy([])
        .queryType('profile'),
    );

/** What @pyroscope/nodejs sends: time by the clock. */
export const profileType = 'wall:wall:nanoseconds:wall:nanoseconds';
