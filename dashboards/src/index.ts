export { dashboardFiles } from './files';
export { overviewQueries, type PanelQuery } from './overview/queries';
