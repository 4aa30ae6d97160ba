import { overview } from './overview/dashboard';
import { lokiGroups, prometheusGroups } from './rules/groups';
import { renderRules } from './rules/rule-file';

const folder = 'deploy/helm/faultline/files/lgtm';

/** What is generated for Prometheus, Loki and Grafana: paths in the workspace, with their contents. */
export const dashboardFiles = (): ReadonlyMap<string, string> =>
  new Map([
    [`${folder}/rules/faultline.yaml`, renderRules(prometheusGroups)],
    [`${folder}/loki-rules/faultline.yaml`, renderRules(lokiGroups)],
    [`${folder}/dashboards/overview.json`, `${JSON.stringify(overview(), undefined, 2)}\n`],
  ]);
