import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderCanaryMetrics } from './canary-metrics';
import { withFaultValues } from './fault-values';
import { renderCatalogue, renderStoreSettings, renderTopology } from './files';
import { renderChartReadme } from './readme';
import { renderValuesSchema } from './values-schema';

const chart = 'deploy/helm/faultline';

/** The generated files of the chart: paths in the workspace with their contents. */
export const chartFiles = (workspace: string): ReadonlyMap<string, string> => {
  const values = withFaultValues(readFileSync(join(workspace, chart, 'values.yaml'), 'utf8'));
  return new Map([
    [`${chart}/files/topology.json`, renderTopology()],
    [`${chart}/files/faults.json`, renderCatalogue()],
    [`${chart}/files/store-settings.json`, renderStoreSettings()],
    [`${chart}/files/canary.json`, renderCanaryMetrics()],
    [`${chart}/values.yaml`, values],
    [`${chart}/values.schema.json`, renderValuesSchema()],
    [`${chart}/README.md`, renderChartReadme(values)],
  ]);
};
