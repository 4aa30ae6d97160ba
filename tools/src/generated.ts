import { dashboardFiles } from '@faultline/dashboards';
import { chartFiles } from '@faultline/deploy';
import { renderDemo, renderWorkshop } from '@faultline/e2e/walk';
import { faultKeys, faultOf, pageOfFault } from '@faultline/faults';
import { catalogueIndex, renderCatalogueIndex } from './faults/catalogue-index';
import { renderOverview, renderPage } from './faults/pages';
import { renderLicenses } from './licenses/render-licenses';
import { renderChartRoutes } from './routes/chart-routes';
import { endpointFiles } from './routes/endpoints';
import { renderServiceTables, serviceTablesFile } from './routes/service-tables';
import { runbookFiles } from './runbooks/render-runbook';
import { renderLogMessages } from './telemetry/render-log-messages';
import { renderMetrics } from './telemetry/render-metrics';
import { renderVariables } from './telemetry/render-variables';

/** What is generated from the code: paths in the workspace, with their contents. */
export const generatedFiles = (workspace: string): ReadonlyMap<string, string> =>
  new Map([
    ['docs/demo.md', renderDemo()],
    ['docs/workshop.md', renderWorkshop()],
    ['docs/log-messages.md', renderLogMessages()],
    ['docs/metrics.md', renderMetrics()],
    ['docs/telemetry-variables.md', renderVariables()],
    ['docs/faults.md', renderOverview()],
    ['docs/licenses.md', renderLicenses(workspace)],
    ...faultKeys.map((key): [string, string] => [pageOfFault(key), renderPage(faultOf(key))]),
    ...runbookFiles(workspace),
    [catalogueIndex, renderCatalogueIndex(workspace)],
    ...chartFiles(workspace),
    ...dashboardFiles(),
    ['deploy/helm/faultline/files/routes.json', renderChartRoutes()],
    [serviceTablesFile, renderServiceTables(workspace)],
    ...endpointFiles(),
  ]);
