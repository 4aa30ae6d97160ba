export { areRelated, dependsOn } from './depends-on';
export { defaultInstallation, identityLabels } from './identity-labels';
export {
  adminPortOffset,
  localEnvironment,
  monitorUrl,
  portBase,
  servicePort,
  serviceUrl,
  storePort,
  storeUrl,
  toolCollector,
  toolIntakePort,
  toolPort,
  toolUrl,
} from './local';
export {
  type ExternalSpec,
  entry,
  type ServiceName,
  type ServiceSpec,
  serviceNames,
  services,
} from './services';
export { type StoreName, type StoreSpec, storeNames, stores } from './stores';
export { type ToolName, type ToolSpec, toolNames, tools } from './tools';
