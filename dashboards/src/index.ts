export { dashboardFiles } from './files';
