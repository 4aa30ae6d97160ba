export { type Alert, type AlertName, alerts, type LogCondition } from './alerts';
export type { MetricCondition, Series } from './conditions';
export { type BoxRule, type HealthRule, healthRules, type MapBox } from './health-rules';
export { defaultInstallation, identityLabels } from './identity-labels';
export {
  adminPortOffset,
  localEnvironment,
  portBase,
  servicePort,
  serviceUrl,
  storePort,
  storeUrl,
} from './local';
export { objectives } from './objectives';
export { failedShare, notFollowing } from './rule-terms';
export { type ServiceName, type ServiceSpec, serviceNames, services } from './services';
export { type StoreName, type StoreSpec, storeNames, stores } from './stores';
