export { dashboardFiles, prometheusRules } from './files';
export { overviewQueries, type PanelQuery } from './overview/queries';
