import { dashboardFiles } from '@faultline/dashboards';
import { chartFiles } from '@faultline/deploy';
import { faultKeys, faultOf } from '@faultline/faults';
import { catalogueIndex, renderCatalogueIndex } from './faults/catalogue-index';
import { renderOverview, renderPage } from './faults/pages';
import { collectLogCalls } from './log-messages/collect';
import { renderLogMessages } from './log-messages/render';
import { renderRoutes } from './render-routes';
import { renderVariables } from './telemetry/render-variables';

/** What is generated from the code: paths in the workspace, with their contents. */
export const generatedFiles = (workspace: string): ReadonlyMap<string, string> =>
  new Map([
    ['docs/log-messages.md', renderLogMessages(collectLogCalls(workspace))],
    ['docs/telemetry-variables.md', renderVariables()],
    ['docs/faults.md', renderOverview()],
    ...faultKeys.map((key): [string, string] => [
      `docs/faults/${key}.md`,
      renderPage(faultOf(key)),
    ]),
    [catalogueIndex, renderCatalogueIndex(workspace)],
    ...chartFiles(workspace),
    ...dashboardFiles(),
    ['deploy/helm/faultline/files/routes.json', renderRoutes()],
  ]);
