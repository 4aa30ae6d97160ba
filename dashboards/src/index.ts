export { alertmanagerConfig } from './alertmanager/config';
export { messageTemplates } from './alertmanager/templates';
export { type BoardName, boards } from './boards/names';
export { dashboardFiles, lokiRules, prometheusRules } from './files';
export { type BoardQuery, boardQueries } from './grafana/queries';
export { spanQueries } from './provisioning/datasources';
