import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { alertsRow } from './rows/alerts';
import { businessRow } from './rows/business';
import { logsAndTracesRow } from './rows/logs-and-traces';
import { processesRow } from './rows/processes';
import { requestsRow } from './rows/requests';
import { storesRow } from './rows/stores';
import { variables } from './variables';

const rows = [alertsRow, requestsRow, businessRow, storesRow, logsAndTracesRow, processesRow];

/** The overview: firing alerts, requests, and links for further investigation. */
export const overview = (): Dashboard => {
  const dashboard = new DashboardBuilder('Faultline: overview')
    .uid('faultline-overview')
    .description('Generated from dashboards/src/overview by npm run generate.')
    .tags(['faultline'])
    .time({ from: 'now-15m', to: 'now' })
    .refresh('5s')
    .tooltip(DashboardCursorSync.Crosshair)
    .variables(variables);
  let id = 0;
  for (const { title, panels } of rows) {
    id += 1;
    dashboard.withRow(new RowBuilder(title).id(id));
    for (const panel of panels) {
      id += 1;
      dashboard.withPanel(panel.id(id));
    }
  }
  return dashboard.build();
};
