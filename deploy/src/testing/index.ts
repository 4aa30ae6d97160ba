export { type Registry, registryObstacle, startRegistry } from './registry';
