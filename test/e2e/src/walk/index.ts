export { renderDemo } from './render-demo';
export { renderWorkshop } from './render-workshop';
