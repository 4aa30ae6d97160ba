export type { MetricCondition, Series } from './conditions';
export {
  adminPortOffset,
  localEnvironment,
  portBase,
  servicePort,
  serviceUrl,
  storePort,
  storeUrl,
} from './local';
export {
  type Alert,
  type AlertName,
  alerts,
  type BoxRule,
  type HealthRule,
  healthRules,
  type LogCondition,
  type MapBox,
} from './rules';
export { type ServiceName, type ServiceSpec, serviceNames, services } from './services';
export { type StoreName, type StoreSpec, storeNames, stores } from './stores';
