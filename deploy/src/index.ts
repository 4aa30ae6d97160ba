export { chartFiles } from './chart';
