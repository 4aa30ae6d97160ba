export { chartFiles } from './chart';
export { ClusterError, missingPrograms, run } from './cluster/programs';
